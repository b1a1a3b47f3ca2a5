package wormhole.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

class JsonTreeTest {
    @Test
    void readsWhatItWrote() throws WormholeException {
        byte[] json = JsonTree.write(Map.of("list", List.of("text", 7, true)));

        PeerValue list = JsonTree.readPeer(json, "it").field("list");

        assertThat(list.elements(3).get(0).text(10)).isEqualTo("text");
        assertThat(list.elements(3).get(1).wholeNumber(0, 10)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "[1,]",
                "{'a':1}",
                "{a:1}",
                "// comment\n1",
                "NaN",
                "01",
                "{\"a\":1,\"a\":2}",
                "\"\\ud83d",
                "\"a\nb\"",
                "\u0000"
            })
    void refusesWhatIsNotStrictlyJson(String text) {
        refuses(text);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        refuses(new byte[] {'"', (byte) 0xff, '"'});
        refuses(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'});
        refuses(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
        refuses("\"a\"".getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void takesADepthOf32AndNoMore() throws WormholeException {
        assertThat(read("[".repeat(32) + "]".repeat(32))).isNotNull();
        refuses("[".repeat(33) + "]".repeat(33));
        refuses("{\"a\":".repeat(40) + "1" + "}".repeat(40));
        refuses("[".repeat(1_000_000));
    }

    @Test
    void takesNamesOf1000CharactersAndNoMore() throws WormholeException {
        assertThat(read("{\"" + "n".repeat(1000) + "\":1}")).isNotNull();
        refuses("{\"" + "n".repeat(100_000) + "\":1}");
    }

    @Test
    void takesNumbersOf100DigitsAndNoMore() throws WormholeException {
        assertThat(read("1".repeat(100))).isNotNull();
        refuses("1".repeat(101));
        refuses("1".repeat(1_000_000));
    }

    @Test
    void anExponentCostsNothing() throws WormholeException {
        PeerValue huge = read("1e999999999");

        assertThatThrownBy(() -> huge.wholeNumber(0, Long.MAX_VALUE)).isInstanceOf(WormholeException.class);
    }

    @Test
    void takesFourMebibytesAndNoMore() throws WormholeException {
        byte[] json = new byte[JsonTree.MAX_BYTES];
        Arrays.fill(json, (byte) 'x');
        json[0] = '"';
        json[json.length - 1] = '"';
        assertThat(JsonTree.readPeer(json, "it").text(JsonTree.MAX_BYTES)).hasSize(JsonTree.MAX_BYTES - 2);

        refuses(Arrays.copyOf(json, json.length + 1));
    }

    private static PeerValue read(String json) throws WormholeException {
        return JsonTree.readPeer(json.getBytes(StandardCharsets.UTF_8), "it");
    }

    private static void refuses(String json) {
        refuses(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(byte[] json) {
        assertThatThrownBy(() -> JsonTree.readPeer(json, "it"))
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE))
                .hasMessageContaining("'it'");
    }
}

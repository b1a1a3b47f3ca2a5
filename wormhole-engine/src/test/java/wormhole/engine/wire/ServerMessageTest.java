package wormhole.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.testing.Vectors;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class ServerMessageTest {
    /** The hostile frames that are no message at all; all others are read, and judged by the protocol. */
    private static final Set<String> MALFORMED =
            Set.of("welcome null", "not JSON", "no type", "message body 'zz'", "message body odd hex");

    private static final Map<String, String> RECORDS = Map.of(
            "welcome", "Welcomed",
            "nameplates", "Nameplates",
            "allocated", "Allocated",
            "claimed", "Claimed",
            "released", "Released",
            "message", "Message",
            "closed", "Closed",
            "error", "Refused");

    static Stream<JsonNode> honest() {
        return Vectors.each("mailbox-messages/server_to_client");
    }

    static Stream<String> hostile() {
        return hostile(false);
    }

    static Stream<String> malformed() {
        return hostile(true);
    }

    private static Stream<String> hostile(boolean malformed) {
        return Vectors.each("server-to-client")
                .filter(each -> MALFORMED.contains(each.get("name").asText()) == malformed)
                .flatMap(each -> StreamSupport.stream(each.get("server_sends").spliterator(), false))
                .filter(frame -> malformed || frame.isObject())
                // Stands for bytes that the tests of the key exchange send.
                .filter(frame -> !frame.path("body").asText().startsWith("("))
                .map(frame -> frame.isTextual() ? frame.asText() : frame.toString());
    }

    @ParameterizedTest
    @MethodSource("honest")
    void readsEveryMessageOfTheProtocol(JsonNode vector) throws WormholeException {
        String type = vector.get("type").asText();

        ServerMessage message = ServerMessage.read(vector.toString());

        assertThat(message.getClass().getSimpleName()).isEqualTo(RECORDS.getOrDefault(type, "Other"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void readsWhatOnlyTheProtocolCanJudge(String frame) throws WormholeException {
        assertThat(ServerMessage.read(frame)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"type\":4}",
                "{\"type\":\"claimed\"}",
                "{\"type\":\"claimed\",\"mailbox\":7}",
                "{\"type\":\"allocated\",\"nameplate\":\"x\"}",
                "{\"type\":\"allocated\",\"nameplate\":\"-1\"}",
                "{\"type\":\"nameplates\",\"nameplates\":[7]}",
                "{\"type\":\"welcome\"}",
                "{\"type\":\"welcome\",\"welcome\":{\"error\":7}}",
                "{\"type\":\"error\"}",
                "{\"type\":\"message\",\"side\":\"s\",\"phase\":\"p\"}",
                "{\"type\":\"ack\",\"type\":\"ack\"}",
                "{\"type\":\"ack\"} {}"
            })
    void refusesWhatIsNoMessage(String frame) {
        assertThatThrownBy(() -> ServerMessage.read(frame))
                .isInstanceOfSatisfying(
                        WormholeException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_SERVER_MESSAGE))
                .hasMessageContaining("mailbox server");
    }

    @Test
    void knowsWhatIsInTheMessages() throws WormholeException {
        assertThat(ServerMessage.read("{\"type\":\"nameplates\",\"nameplates\":[{\"id\":\"1\"},{\"id\":\"42\"}]}"))
                .isEqualTo(new ServerMessage.Nameplates(Set.of("1", "42")));
        assertThat(ServerMessage.read("{\"type\":\"allocated\",\"nameplate\":\"4\"}"))
                .isEqualTo(new ServerMessage.Allocated("4"));
        assertThat(ServerMessage.read("{\"type\":\"claimed\",\"mailbox\":\"m\"}"))
                .isEqualTo(new ServerMessage.Claimed("m"));
        assertThat(ServerMessage.read("{\"type\":\"error\",\"error\":\"crowded\",\"orig\":{}}"))
                .isEqualTo(new ServerMessage.Refused("crowded"));
        assertThat(ServerMessage.read(
                        "{\"type\":\"message\",\"side\":\"s\",\"phase\":\"0\",\"body\":\"00ff\",\"id\":null}"))
                .isInstanceOfSatisfying(ServerMessage.Message.class, message -> {
                    assertThat(message.side()).isEqualTo("s");
                    assertThat(message.phase()).isEqualTo("0");
                    assertThat(HexFormat.of().formatHex(message.body())).isEqualTo("00ff");
                });
    }

    @Test
    void readsTheProofOfWorkThatIsAskedFor() throws WormholeException {
        assertThat(welcome("{\"permission-required\":{\"hashcash\":{\"bits\":6,\"resource\":\"r\"}}}")
                        .hashcash())
                .isEqualTo(new Welcome.Hashcash(6, "r"));
    }

    @Test
    void needsNoProofOfWorkWhereOneMayComeWithout() throws WormholeException {
        for (String welcome : List.of(
                "{}",
                "{\"permission-required\":{}}",
                "{\"permission-required\":null}",
                "{\"permission-required\":{\"none\":{},\"dark-ritual\":{}}}",
                "{\"permission-required\":{\"none\":{},\"hashcash\":{\"bits\":6,\"resource\":\"r\"}}}")) {
            assertThat(welcome(welcome).hashcash()).as(welcome).isNull();
            assertThat(welcome(welcome).error()).as(welcome).isNull();
        }
    }

    @Test
    void aPermissionThatNobodyCanGiveIsARefusal() throws WormholeException {
        assertThat(welcome("{\"permission-required\":{\"dark-ritual\":{}}}").error())
                .contains("permission");
    }

    @Test
    void newsOfTheWrongKindIsNoReasonToRefuseTheServer() throws WormholeException {
        assertThat(welcome("{\"motd\":7,\"current_cli_version\":[]}").motd()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "257", "1.5", "\"6\"", "null"})
    void refusesAProofOfWorkThatCannotBe(String bits) {
        assertThatThrownBy(() -> welcome(String.format(
                        Locale.ROOT,
                        "{\"permission-required\":{\"hashcash\":{\"bits\":%s,\"resource\":\"r\"}}}",
                        bits)))
                .isInstanceOf(WormholeException.class);
    }

    private static Welcome welcome(String content) throws WormholeException {
        return ((ServerMessage.Welcomed) ServerMessage.read("{\"type\":\"welcome\",\"welcome\":" + content + "}"))
                .welcome();
    }
}

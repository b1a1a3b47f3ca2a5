package wormhole.plugin.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.OfferRun;

/** Runs the offers of a hostile peer ({@code vectors/offers.json}) as far as they are offers of a file. */
class HostileFileOfferTest {
    @TempDir
    private Path folder;

    record Offer(String name, String json, String expect) {
        boolean mayBeAccepted() {
            return expect.startsWith("accept") || expect.startsWith("take last component");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("offers")
    void writesNothingButWhatIsAllowed(Offer offer) throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        try {
            receive(offer.json(), there);
            assertThat(offer.mayBeAccepted()).as(offer.expect()).isTrue();
            assertThat(there.toFile().list()).hasSize(1);
        } catch (WormholeException e) {
            assertThat(offer.expect()).isNotEqualTo("accept");
            assertThat(there).isEmptyDirectory();
        }
        assertThat(folder.toFile().list()).containsExactly("there");
    }

    @Test
    void savesAClimbingNameUnderItsLastPart() throws Exception {
        receive("{\"offer\":{\"file\":{\"filename\":\"../up.bin\",\"filesize\":5}}}", folder);
        assertThat(folder.resolve("up.bin")).hasContent("12345");
    }

    @Test
    void refusesTheLargestNumberForWantOfRoom() {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() ->
                        receive("{\"offer\":{\"file\":{\"filename\":\"x\",\"filesize\":9223372036854775807}}}", folder))
                .withMessageContaining("no room");
    }

    private static void receive(String json, Path there) throws WormholeException {
        PeerValue message = JsonTree.readPeer(json.getBytes(StandardCharsets.UTF_8), "message");
        PeerValue offer = message.field("offer").field("file");
        byte[] content = "12345".substring(0, length(offer)).getBytes(StandardCharsets.UTF_8);
        OfferRun.of(new FileOffer()).receive(offer, content, ReceiveRequest.into(there));
    }

    private static int length(PeerValue offer) {
        try {
            return (int) offer.field("filesize").wholeNumber(0, 5);
        } catch (WormholeException e) {
            return 5;
        }
    }

    static List<Offer> offers() throws IOException, WormholeException {
        List<Offer> offers = new ArrayList<>();
        try (InputStream vectors = HostileFileOfferTest.class.getResourceAsStream("/vectors/offers.json")) {
            for (PeerValue vector :
                    JsonTree.readPeer(vectors.readAllBytes(), "vectors").elements(1000)) {
                String json = vector.field("json").text(10_000);
                if (!json.contains("\"message\"")) {
                    offers.add(new Offer(
                            vector.field("name").text(100),
                            json,
                            vector.field("expect").text(1000)));
                }
            }
        }
        return offers;
    }
}

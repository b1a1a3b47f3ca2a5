package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;

/** A sender that comes to transit early or late, or leads astray. */
class EvilHintsTest extends Scene {
    @Test
    void anOfferBeforeTransitWaitsForIt() throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.offerFile("x.bin", 5);
            peer.hear("answer");
            peer.sayTransit(transit);
            transit.connect().sendRecord("12345");

            assertThat(new String(transit.receiveRecord(), UTF_8)).contains("\"ok\"");
            victim.succeeds();
        }
        assertArrived("x.bin", "12345".getBytes(UTF_8));
    }

    @Test
    void tenThousandHintsAreNotAllDialled() throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer();
                Doorbell doorbell = Doorbell.open()) {
            List<Object> hints = new ArrayList<>();
            IntStream.range(0, 10_000)
                    .forEach(i -> hints.add(Map.of(
                            "type",
                            "direct-tcp-v1",
                            "hostname",
                            "127.1." + i / 250 + "." + (i % 250 + 1),
                            "port",
                            doorbell.port())));
            peer.say(Map.of("transit", Map.of("abilities-v1", List.of(), "hints-v1", hints)));
            peer.offerFile("x.bin", 5);

            victim.failsWith(ErrorCode.NO_PATH);
            assertThat(doorbell.visitors()).isBetween(1, 32);
        }
        assertUntouched();
    }

    @Test
    void brokenHintsAreSkipped() throws Exception {
        Running victim = receive();
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            String good = "{\"type\":\"direct-tcp-v1\",\"hostname\":\"127.0.0.1\",\"port\":" + transit.port() + "}";
            String bad = "5,null,[],{},{\"type\":5},{\"type\":\"direct-tcp-v1\"}," + broken("\"a b\"", "1")
                    + broken("\"\"", "1") + broken("5", "1") + broken("\"h\\u0000\"", "1")
                    + broken("\"localhost\"", "-1") + broken("\"localhost\"", "0") + broken("\"localhost\"", "65536")
                    + broken("\"localhost\"", "1.5") + broken("\"localhost\"", "true")
                    + broken("\"no-such-host.invalid\"", "1");
            peer.say("{\"transit\":{\"abilities-v1\":null,\"hints-v1\":[" + bad + good + "]}}");
            peer.offerFile("x.bin", 5);
            transit.connect().sendRecord("12345");

            assertThat(new String(transit.receiveRecord(), UTF_8)).contains("\"ok\"");
            victim.succeeds();
        }
        assertArrived("x.bin", "12345".getBytes(UTF_8));
    }

    private static String broken(String hostname, String port) {
        return "{\"type\":\"direct-tcp-v1\",\"hostname\":" + hostname + ",\"port\":" + port + "},";
    }
}

package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import wormhole.engine.json.JsonTree;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** What a hostile sender may say first, and what must come of it. */
record OfferVector(String name, String json, String expect) {
    static List<OfferVector> all() throws Exception {
        List<OfferVector> vectors = new ArrayList<>();
        try (InputStream json = OfferVector.class.getResourceAsStream("offers.json")) {
            for (PeerValue vector :
                    JsonTree.readPeer(json.readAllBytes(), "offers").elements(1000)) {
                vectors.add(new OfferVector(
                        vector.field("name").text(100),
                        vector.field("json").text(10_000),
                        vector.field("expect").text(1000)));
            }
        }
        return vectors;
    }

    private boolean mustBeRefused() {
        return expect.startsWith("refuse:") || expect.startsWith("fail");
    }

    private boolean mustBeAccepted() {
        return expect.startsWith("accept") && !expect.contains("refuse");
    }

    /** The victim has answered, or failed and said so; nobody delivers anything, so nothing may have arrived. */
    void check(Running victim, EvilPeer peer, Scene scene) throws Exception {
        if (json.contains("\"message\":\"") || json.contains("\"message\": \"")) {
            victim.outcome();
        } else if (json.startsWith("{\"error")) {
            victim.failsWith(ErrorCode.PEER_ERROR);
        } else {
            boolean accepted = isAccepted(peer);
            assertThat(accepted && mustBeRefused() && !json.contains("zipsize\":0"))
                    .as(name)
                    .isFalse();
            assertThat(!accepted && mustBeAccepted()).as(name).isFalse();
            if (accepted) {
                victim.interrupt();
            }
            WormholeException failure = victim.outcome().orElseThrow(() -> new AssertionError(name));
            assertThat(failure.code()).as(name).isNotEqualTo(ErrorCode.INTERNAL);
        }
        scene.assertUntouched();
    }

    private boolean isAccepted(EvilPeer peer) throws Exception {
        while (true) {
            PeerValue message = peer.hear();
            if (message.has("answer") || message.has("error")) {
                return message.has("answer");
            }
        }
    }
}

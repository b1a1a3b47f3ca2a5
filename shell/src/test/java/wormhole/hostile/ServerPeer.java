package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.engine.ClientSettings;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.crypto.SharedKey;
import wormhole.engine.crypto.Spake2;
import wormhole.engine.json.JsonTree;
import wormhole.spi.WormholeException;

/** A peer that lives in the server and knows the code, so that a test can send its messages in any way. */
final class ServerPeer {
    static final String SIDE = "peer";

    private final Spake2 exchange;
    private @Nullable SharedKey key;

    private ServerPeer(Spake2 exchange) {
        this.exchange = exchange;
    }

    static ServerPeer start(String code) {
        return new ServerPeer(Spake2.start(code, ClientSettings.FILE_TRANSFER, RandomBytes.secure()));
    }

    String pake() {
        return pake(exchange.message());
    }

    static String pake(byte[] element) {
        return hex(JsonTree.write(Map.of("pake_v1", HexFormat.of().formatHex(element))));
    }

    /** Takes the victim's body. */
    void finish(String body) throws WormholeException {
        byte[] json = HexFormat.of().parseHex(body);
        key = exchange.finish(HexFormat.of()
                .parseHex(JsonTree.readPeer(json, "pake").field("pake_v1").text(100)));
    }

    String seal(String phase, String json) {
        SharedKey known = key;
        if (known == null) {
            throw new AssertionError("there is no key yet");
        }
        return hex(known.phaseKey(SIDE, phase).seal(json.getBytes(UTF_8), RandomBytes.secure()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

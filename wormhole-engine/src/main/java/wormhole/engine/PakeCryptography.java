package wormhole.engine;

import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.crypto.SharedKey;
import wormhole.engine.crypto.Spake2;
import wormhole.engine.crypto.WrongCode;
import wormhole.engine.json.JsonTree;
import wormhole.engine.machine.Cryptography;
import wormhole.spi.WormholeException;

/** The machines' cryptography, done with SPAKE2 and secret boxes (client protocol). */
final class PakeCryptography implements Cryptography {
    private static final String ELEMENT = "pake_v1";
    /** Far more than an element in hexadecimal, so that a wrong length is judged by the key exchange itself. */
    private static final int MAX_ELEMENT_LENGTH = 1000;

    private final String appId;
    private final RandomBytes random;
    private @Nullable Spake2 exchange;

    PakeCryptography(String appId, RandomBytes random) {
        this.appId = appId;
        this.random = random;
    }

    @Override
    public byte[] start(String code) {
        Spake2 started = Spake2.start(code, appId, random);
        exchange = started;
        return JsonTree.write(Map.of(ELEMENT, HexFormat.of().formatHex(started.message())));
    }

    @Override
    public Session finish(byte[] body) throws WormholeException {
        Spake2 started = exchange;
        if (started == null) {
            throw new IllegalStateException("the key exchange ends before it began");
        }
        return new KeySession(started.finish(element(body)), random);
    }

    /** A body that holds no element is what somebody without the code would send. */
    private static byte[] element(byte[] body) throws WormholeException {
        try {
            return HexFormat.of()
                    .parseHex(JsonTree.readPeer(body, "pake").field(ELEMENT).text(MAX_ELEMENT_LENGTH));
        } catch (WormholeException | IllegalArgumentException e) {
            throw WrongCode.failure(e);
        }
    }

    /** What can be done with the shared key. */
    record KeySession(SharedKey key, RandomBytes random) implements Session {
        @Override
        public byte[] verifier() {
            return key.verifier();
        }

        @Override
        public byte[] seal(String side, String phase, byte[] plaintext) {
            return key.phaseKey(side, phase).seal(plaintext, random);
        }

        @Override
        public byte[] open(String side, String phase, byte[] body) throws WormholeException {
            return key.phaseKey(side, phase).open(body);
        }
    }
}

package wormhole.engine.machine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.crypto.SharedKey;
import wormhole.engine.crypto.Spake2;
import wormhole.spi.WormholeException;

/** The real cryptography with nothing around it. */
final class Spake2Cryptography implements Cryptography {
    private final RandomBytes random;
    private @Nullable Spake2 exchange;

    Spake2Cryptography(RandomBytes random) {
        this.random = random;
    }

    @Override
    public byte[] start(String code) {
        exchange = Spake2.start(code, "example.com/app", random);
        return exchange.message();
    }

    @Override
    public Session finish(byte[] body) throws WormholeException {
        return new KeySession(Objects.requireNonNull(exchange).finish(body), random);
    }

    private record KeySession(SharedKey key, RandomBytes random) implements Session {
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

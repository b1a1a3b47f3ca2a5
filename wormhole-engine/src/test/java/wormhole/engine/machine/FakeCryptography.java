package wormhole.engine.machine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Fast cryptography that protects nothing but notices everything that the real one notices. */
final class FakeCryptography implements Cryptography {
    private final String element;
    private String code = "";

    FakeCryptography(Random random) {
        this.element = Long.toHexString(random.nextLong());
    }

    @Override
    public byte[] start(String known) {
        code = known;
        return bytes(element);
    }

    @Override
    public Session finish(byte[] body) {
        String[] elements = {element, new String(body, StandardCharsets.UTF_8)};
        Arrays.sort(elements);
        return new FakeSession(String.join(" ", code, elements[0], elements[1]));
    }

    private record FakeSession(String key) implements Session {
        @Override
        public byte[] verifier() {
            return bytes(key);
        }

        @Override
        public byte[] seal(String side, String phase, byte[] plaintext) {
            return bytes(label(side, phase) + new String(plaintext, StandardCharsets.UTF_8));
        }

        @Override
        public byte[] open(String side, String phase, byte[] body) throws WormholeException {
            String text = new String(body, StandardCharsets.UTF_8);
            if (!text.startsWith(label(side, phase))) {
                throw new WormholeException(ErrorCode.WRONG_CODE, "sealed with another key");
            }
            return bytes(text.substring(label(side, phase).length()));
        }

        private String label(String side, String phase) {
            return String.join(" ", key, side, phase, "");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

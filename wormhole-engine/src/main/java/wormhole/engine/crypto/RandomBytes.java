package wormhole.engine.crypto;

import java.security.SecureRandom;

/** A source of unpredictable bytes. Given, so that tests can repeat a run. */
@FunctionalInterface
public interface RandomBytes {
    /** That many new bytes. */
    byte[] next(int count);

    /** The platform's source. */
    static RandomBytes secure() {
        SecureRandom random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}

package wormhole.engine.machine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Cryptography of a test that hides nothing; it refuses exactly the body {@code bad}. */
final class PlainCryptography implements Cryptography {
    private static final byte[] BAD = "bad".getBytes(StandardCharsets.UTF_8);

    @Override
    public byte[] start(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Session finish(byte[] body) throws WormholeException {
        refuseBad(body);
        return new PlainSession();
    }

    static void refuseBad(byte[] body) throws WormholeException {
        if (Arrays.equals(body, BAD)) {
            throw new WormholeException(ErrorCode.WRONG_CODE, "bad");
        }
    }
}

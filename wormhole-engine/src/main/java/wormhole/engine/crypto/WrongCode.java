package wormhole.engine.crypto;

import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The failure that both sides see when their codes differ. */
public final class WrongCode {
    private WrongCode() {}

    /** In the same words whatever showed it, since nobody can tell a slip from an attack. */
    public static WormholeException failure(@Nullable Throwable cause) {
        return new WormholeException(
                        ErrorCode.WRONG_CODE,
                        "the code is wrong, or somebody tried to guess it: the two sides do not share a key",
                        cause)
                .withHint("A code works once. Start again on the sending side and use the new code.");
    }
}

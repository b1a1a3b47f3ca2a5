package wormhole.engine;

import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Failures that the mailbox server tells us of, in words for people. */
final class ServerRefusal {
    private ServerRefusal() {}

    /** A request was refused. */
    static WormholeException of(String error) {
        WormholeException failure =
                new WormholeException(ErrorCode.SERVER_ERROR, "the mailbox server refused: " + error);
        return error.equals("crowded")
                ? failure.withHint("Two others use this code already. Start again on the sending side with a new code.")
                : failure;
    }

    /** The server does not want us at all. */
    static WormholeException unwelcome(String error) {
        return new WormholeException(ErrorCode.UNWELCOME, "the mailbox server does not want us: " + error)
                .withHint("Name another server with --relay-url.");
    }
}

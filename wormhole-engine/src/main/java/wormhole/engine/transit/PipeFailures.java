package wormhole.engine.transit;

import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** What people are told when the pipe breaks. */
final class PipeFailures {
    private PipeFailures() {}

    static WormholeException lost(Exception cause) {
        return new WormholeException(ErrorCode.PEER_LOST, "the connection to the other side was lost", cause)
                .withHint("Send it again.");
    }
}

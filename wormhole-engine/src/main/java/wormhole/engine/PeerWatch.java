package wormhole.engine;

import java.util.Optional;
import java.util.function.Consumer;
import wormhole.engine.json.JsonTree;
import wormhole.engine.transfer.PeerMessages;
import wormhole.spi.WormholeException;

/**
 * Listens to the peer while we are busy elsewhere: whoever gives up says so in the mailbox, and need not be waited for. Takes
 * no message away from those who will receive it. A wormhole has room for one.
 */
final class PeerWatch {
    private final Wormhole wormhole;
    private final Consumer<WormholeException> gaveUp;

    private PeerWatch(Wormhole wormhole, Consumer<WormholeException> gaveUp) {
        this.wormhole = wormhole;
        this.gaveUp = gaveUp;
    }

    /**
     * Begins to listen.
     *
     * @param gaveUp gets each error of the peer, also one that has come already, on any thread
     */
    static PeerWatch over(Wormhole wormhole, Consumer<WormholeException> gaveUp) {
        PeerWatch watch = new PeerWatch(wormhole, gaveUp);
        wormhole.watchMessages(watch::heard);
        return watch;
    }

    private void heard(byte[] message) {
        errorIn(message).ifPresent(gaveUp);
    }

    private static Optional<WormholeException> errorIn(byte[] message) {
        try {
            return PeerMessages.errorIn(JsonTree.readPeer(message, "message"));
        } catch (WormholeException e) {
            // Whoever receives it will say what is wrong with it.
            return Optional.empty();
        }
    }

    void close() {
        wormhole.unwatchMessages();
    }
}

package wormhole.engine;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.engine.json.JsonTree;
import wormhole.engine.wire.Welcome;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** What becomes known of a wormhole, told both ways: to the listener and by the futures. On the engine thread only. */
final class News {
    private final WormholeListener listener;
    private final Promises promises;
    private WormholeStatus status = WormholeStatus.START;

    News(WormholeListener listener, Promises promises) {
        this.listener = listener;
        this.promises = promises;
    }

    private void status(WormholeStatus changed) {
        status = changed;
        listener.status(changed);
    }

    void connected() {
        status(status.with(WormholeStatus.Connection.CONNECTED, ""));
    }

    void lost(String reason) {
        status(status.with(WormholeStatus.Connection.LOST, reason));
    }

    void welcomed(Welcome welcome) {
        promises.welcome.complete(welcome);
        listener.welcome(welcome);
    }

    void code(String code) {
        status(status.with(WormholeStatus.Code.KNOWN));
        promises.code.complete(code);
        listener.code(code);
    }

    void key() {
        status(status.with(WormholeStatus.Code.CONSUMED).with(WormholeStatus.Key.UNVERIFIED));
        promises.unverifiedKey.complete(true);
        listener.unverifiedKey();
    }

    void verifier(byte[] verifier) {
        status(status.with(WormholeStatus.Key.VERIFIED));
        promises.verifier.complete(verifier);
        listener.verifier(verifier);
    }

    void versions(byte[] json) throws WormholeException {
        PeerValue told = JsonTree.readPeer(json, "version");
        PeerValue versions = told.optional("app_versions").orElse(PeerValue.of(Map.of(), "version.app_versions"));
        promises.versions.complete(versions);
        listener.versions(versions);
    }

    void message(byte[] message) throws WormholeException {
        promises.message(message);
        listener.message(message);
    }

    void closed(@Nullable WormholeException failure) {
        status(status.with(WormholeStatus.Connection.CLOSED, ""));
        promises.close(failure);
        listener.closed(Optional.ofNullable(failure));
    }
}

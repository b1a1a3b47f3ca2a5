package wormhole.engine;

import java.net.URI;
import java.util.Map;

/**
 * What a wormhole is opened with.
 *
 * @param appId both sides must use the same
 * @param mailboxServer {@code ws://} or {@code wss://}
 * @param appVersions what the peer is told of this side as {@code app_versions}: a JSON tree
 */
public record WormholeSettings(String appId, URI mailboxServer, Map<String, ?> appVersions) {
    public WormholeSettings {
        appVersions = Map.copyOf(appVersions);
    }

    /** A wormhole over the public mailbox server. */
    public static WormholeSettings forApp(String appId) {
        return new WormholeSettings(appId, ClientSettings.PUBLIC_MAILBOX_SERVER, Map.of());
    }

    public WormholeSettings withMailboxServer(URI server) {
        return new WormholeSettings(appId, server, appVersions);
    }

    public WormholeSettings withAppVersions(Map<String, ?> versions) {
        return new WormholeSettings(appId, mailboxServer, versions);
    }
}

package wormhole.engine;

import java.net.URI;
import java.util.List;
import wormhole.spi.RelayAddress;

/**
 * Where a client finds the servers, and as what it works.
 *
 * @param mailboxServer {@code ws://} or {@code wss://}
 * @param relays the transit relays of this side; the peer may name others
 * @param appId of file transfer; both sides must use the same
 * @param transit which paths bulk data may take
 * @param mayListen whether this side may listen for connections
 */
public record ClientSettings(
        URI mailboxServer, List<RelayAddress> relays, String appId, TransitPolicy transit, boolean mayListen) {
    /** The app id under which all implementations transfer files. */
    public static final String FILE_TRANSFER = "lothar.com/wormhole/text-or-file-xfer";

    /** The public mailbox server. */
    public static final URI PUBLIC_MAILBOX_SERVER = URI.create("wss://relay.magic-wormhole.io/v1");

    /** The public transit relay. */
    public static final RelayAddress PUBLIC_RELAY = new RelayAddress.Tcp("transit.magic-wormhole.io", 4001, 0);

    public ClientSettings {
        relays = List.copyOf(relays);
    }

    /** File transfer over the public servers. */
    public static ClientSettings defaults() {
        return new ClientSettings(
                PUBLIC_MAILBOX_SERVER, List.of(PUBLIC_RELAY), FILE_TRANSFER, TransitPolicy.AUTO, true);
    }

    public ClientSettings withMailboxServer(URI server) {
        return new ClientSettings(server, relays, appId, transit, mayListen);
    }

    public ClientSettings withRelays(List<RelayAddress> newRelays) {
        return new ClientSettings(mailboxServer, newRelays, appId, transit, mayListen);
    }

    public ClientSettings withAppId(String id) {
        return new ClientSettings(mailboxServer, relays, id, transit, mayListen);
    }

    public ClientSettings withTransit(TransitPolicy policy) {
        return new ClientSettings(mailboxServer, relays, appId, policy, mayListen);
    }

    public ClientSettings withListening(boolean allowed) {
        return new ClientSettings(mailboxServer, relays, appId, transit, allowed);
    }
}

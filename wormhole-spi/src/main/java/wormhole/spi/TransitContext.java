package wormhole.spi;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;

/** What the host gives to a transit method for one transfer. May be used from any thread. */
public interface TransitContext {
    Role role();

    /** Our side in relay handshakes, 16 hexadecimal digits. */
    String side();

    /** What both sides show to a relay so that it connects them, 64 hexadecimal digits. */
    String relayToken();

    /** Whether this side may listen for connections. */
    boolean mayListen();

    /** The relays that this side is configured to use. */
    List<RelayAddress> relays();

    /** This machine's addresses that a peer might reach, loopback ones only if there is no other. */
    List<InetAddress> localAddresses();

    /** Runs blocking work on the host's threads, which are interrupted when the transfer ends. */
    Executor executor();

    /** Hands over a connection that came in. The host closes it if it is not wanted. */
    void incoming(Link link);
}

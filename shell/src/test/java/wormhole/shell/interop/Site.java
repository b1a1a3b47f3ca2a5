package wormhole.shell.interop;

import java.util.List;

/** Mailbox servers and a transit relay to meet at. Each site has a loopback address of its own, for the ports are fixed. */
enum Site {
    THEIRS("their servers", "127.0.0.1"),
    OURS("our server", "127.0.0.2"),
    /** {@link Cluster} has to be started for it. */
    OUR_CLUSTER("three of our servers", "127.0.0.3");

    /** Those with one server, which everything is tried at. */
    static final List<Site> SINGLE = List.of(THEIRS, OURS);

    /** The ports of the public servers: the Go client can use no other port for the relay. */
    static final int MAILBOX_PORT = 4000;

    static final int RELAY_PORT = 4001;

    private final String title;
    private final String host;

    Site(String title, String host) {
        this.title = title;
        this.host = host;
    }

    String host() {
        return host;
    }

    String mailbox() {
        return "ws://" + host + ":" + MAILBOX_PORT + "/v1";
    }

    String relay() {
        return host + ":" + RELAY_PORT;
    }

    @Override
    public String toString() {
        return title;
    }
}

package wormhole.plugin.server.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wormhole.plugin.server.net.AddressGate;
import wormhole.plugin.server.net.ChannelAcceptor;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;
import wormhole.plugin.server.net.EventLoop;

/**
 * Reads the header that trusted proxies put in front of each connection, and hands the connection on as that of the client. Who is
 * no trusted proxy is handed on as he is: to him, a header is nothing but a bad beginning of whatever is spoken here.
 */
public final class ProxyHeaderAcceptor implements ChannelAcceptor {
    /** Proxies send it first of all. */
    static final Duration HEADER_WITHIN = Duration.ofSeconds(10);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final TrustedProxies trusted;
    private final AddressGate gate;
    private final ChannelAcceptor inner;
    private final Set<ProxiedConnection> unknown = new LinkedHashSet<>();

    /**
     * Makes an acceptor of a port.
     *
     * @param gate lets in the addresses that proxies report
     */
    public ProxyHeaderAcceptor(EventLoop loop, TrustedProxies trusted, AddressGate gate, ChannelAcceptor inner) {
        this.loop = loop;
        this.trusted = trusted;
        this.gate = gate;
        this.inner = inner;
        loop.every(CHECK_INTERVAL, this::checkTimes);
    }

    @Override
    public ChannelHandler accept(Connection connection) {
        if (!trusted.contain(connection.remoteAddress().getAddress())) {
            return inner.accept(connection);
        }
        ProxiedConnection proxied = new ProxiedConnection(this, connection);
        unknown.add(proxied);
        return proxied;
    }

    ChannelHandler known(ProxiedConnection connection) {
        unknown.remove(connection);
        return inner.accept(connection);
    }

    void lost(ProxiedConnection connection) {
        unknown.remove(connection);
    }

    EventLoop loop() {
        return loop;
    }

    AddressGate gate() {
        return gate;
    }

    private void checkTimes() {
        List<ProxiedConnection> all = new ArrayList<>(unknown);
        all.forEach(ProxiedConnection::checkTime);
    }
}

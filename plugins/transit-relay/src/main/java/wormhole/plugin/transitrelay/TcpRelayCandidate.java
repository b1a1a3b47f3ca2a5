package wormhole.plugin.transitrelay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import wormhole.spi.Candidate;
import wormhole.spi.Link;
import wormhole.spi.RelayAddress;

/** A relay that speaks plain TCP. */
record TcpRelayCandidate(RelayAddress.Tcp relay, RelayRequest request) implements Candidate {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public String description() {
        return relay.hostname() + ":" + relay.port();
    }

    @Override
    public double priority() {
        return relay.priority();
    }

    @Override
    public Link connect() throws IOException {
        InetSocketAddress address = new InetSocketAddress(relay.hostname(), relay.port());
        if (address.isUnresolved()) {
            throw new IOException("the host name is not known");
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.socket().connect(address, (int) LIMIT.toMillis());
            request.make(channel);
            return new Link(channel, description(), true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}

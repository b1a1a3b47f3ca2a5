package wormhole.plugin.transitdirect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import wormhole.spi.Candidate;
import wormhole.spi.Link;

/** An address of the peer, to be dialled. */
record DirectCandidate(DirectHint hint) implements Candidate {
    /** A black hole must not keep the place of an address that answers. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public String description() {
        return hint.text();
    }

    @Override
    public double priority() {
        return hint.priority();
    }

    /** Tries every address that the name has, as a name may stand for IPv4 and IPv6. */
    @Override
    public Link connect() throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress address : resolve()) {
            SocketChannel channel = SocketChannel.open();
            try {
                Sockets.prepare(channel);
                channel.socket().connect(new InetSocketAddress(address, hint.port()), (int) LIMIT.toMillis());
                return new Link(channel, description(), false);
            } catch (IOException e) {
                channel.close();
                last = e;
            }
        }
        throw last;
    }

    private InetAddress[] resolve() throws IOException {
        try {
            return InetAddress.getAllByName(hint.hostname());
        } catch (UnknownHostException e) {
            throw new IOException("the host name is not known", e);
        }
    }
}

package example.unixsocket;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import wormhole.spi.Candidate;
import wormhole.spi.Link;

/** A socket of the peer, to be dialled. */
record UnixSocketCandidate(Path socket) implements Candidate {
    @Override
    public String description() {
        return "a Unix socket";
    }

    /** Before any address of a network. */
    @Override
    public double priority() {
        return 10;
    }

    @Override
    public Link connect() throws IOException {
        return new Link(SocketChannel.open(UnixDomainSocketAddress.of(socket)), description(), false);
    }
}

package wormhole.plugin.transitdirect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import wormhole.spi.Link;

/** Waits for connections on a port of every address of this machine. */
final class Listener implements Runnable, AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocketChannel server;
    private final int port;
    private final Consumer<Link> incoming;

    private Listener(ServerSocketChannel server, int port, Consumer<Link> incoming) {
        this.server = server;
        this.port = port;
        this.incoming = incoming;
    }

    /** Opens a port that the system chooses, for IPv4 and IPv6 alike where the machine has both. */
    static Listener open(Consumer<Link> incoming) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(0), BACKLOG);
        return new Listener(server, ((InetSocketAddress) server.getLocalAddress()).getPort(), incoming);
    }

    int port() {
        return port;
    }

    @Override
    public void run() {
        while (server.isOpen()) {
            try {
                accept(server.accept());
            } catch (IOException e) {
                // Closed, or one connection failed while it came in: the loop's condition tells which.
            }
        }
    }

    private void accept(SocketChannel channel) throws IOException {
        try {
            Sockets.prepare(channel);
            incoming.accept(new Link(channel, describe(channel), false));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static String describe(SocketChannel channel) throws IOException {
        InetSocketAddress peer = (InetSocketAddress) channel.getRemoteAddress();
        return new DirectHint(peer.getAddress().getHostAddress(), peer.getPort(), 0).text();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}

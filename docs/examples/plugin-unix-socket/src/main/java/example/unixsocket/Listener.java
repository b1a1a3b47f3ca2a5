package example.unixsocket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import wormhole.spi.Link;

/** Waits for the other side at a socket, which is a file as long as this is open. */
final class Listener implements Runnable, AutoCloseable {
    private final SocketName name;
    private final Path file;
    private final ServerSocketChannel server;
    private final Consumer<Link> incoming;

    private Listener(SocketName name, Path file, ServerSocketChannel server, Consumer<Link> incoming) {
        this.name = name;
        this.file = file;
        this.server = server;
        this.incoming = incoming;
    }

    static Listener open(Path folder, Consumer<Link> incoming) throws IOException {
        SocketName name = SocketName.random();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(name.in(folder)));
            return new Listener(name, name.in(folder), server, incoming);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    SocketName name() {
        return name;
    }

    /** Ends when it is closed, or when the host interrupts the thread because the transfer is over. */
    @Override
    public void run() {
        while (server.isOpen()) {
            try {
                incoming.accept(new Link(server.accept(), "a Unix socket", false));
            } catch (IOException e) {
                // Closed, or one connection failed while it came in: the loop's condition tells which.
            }
        }
    }

    @Override
    public void close() {
        try (server) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A file without a listener is left behind, which harms nobody.
        }
    }
}

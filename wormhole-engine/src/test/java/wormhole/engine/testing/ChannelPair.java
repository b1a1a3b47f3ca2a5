package wormhole.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Two ends of a real connection over loopback. */
public record ChannelPair(SocketChannel left, SocketChannel right) implements AutoCloseable {
    public static ChannelPair open() {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SocketChannel left = SocketChannel.open(server.getLocalAddress());
            return new ChannelPair(left, server.accept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            left.close();
            right.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

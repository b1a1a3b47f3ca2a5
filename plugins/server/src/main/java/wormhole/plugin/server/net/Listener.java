package wormhole.plugin.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One port of the loop. */
final class Listener implements Selectable {
    private final EventLoop loop;
    private final ServerSocketChannel server;
    private final SelectionKey key;
    private final int maxConnections;
    private final AddressGate gate;
    private final ChannelAcceptor acceptor;
    private int connections;

    Listener(
            EventLoop loop,
            ServerSocketChannel server,
            SelectionKey key,
            int maxConnections,
            AddressGate gate,
            ChannelAcceptor acceptor) {
        this.loop = loop;
        this.server = server;
        this.key = key;
        this.maxConnections = maxConnections;
        this.gate = gate;
        this.acceptor = acceptor;
    }

    @Override
    public void ready() {
        try {
            SocketChannel socket = server.accept();
            if (socket != null) {
                take(socket);
            }
        } catch (IOException e) {
            // Out of file descriptors, most likely: trying again at once would only burn time.
            key.interestOps(0);
        }
    }

    private void take(SocketChannel socket) throws IOException {
        InetSocketAddress remote = (InetSocketAddress) socket.socket().getRemoteSocketAddress();
        if (connections >= maxConnections || remote == null || !gate.enter(remote.getAddress())) {
            socket.close();
            return;
        }
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        Selector selector = key.selector();
        SelectionKey socketKey = socket.register(selector, SelectionKey.OP_READ);
        connections++;
        TcpChannel channel = new TcpChannel(loop, socket, socketKey, remote, () -> {
            connections--;
            gate.leave(remote.getAddress());
        });
        socketKey.attach(channel);
        channel.handleWith(acceptor.accept(channel));
    }

    /** Tries to accept again, if it had stopped. */
    void recover() {
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }
}

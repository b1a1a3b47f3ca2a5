package wormhole.shell.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Gives each new connection to the next of several servers that answers, as a load balancer does. */
final class Spreader implements AutoCloseable {
    private final ServerSocket door;
    private final List<InetSocketAddress> servers;
    private final BlockingQueue<Integer> chosen = new LinkedBlockingQueue<>();
    private int next;

    private Spreader(ServerSocket door, List<InetSocketAddress> servers) {
        this.door = door;
        this.servers = servers;
    }

    static Spreader open(String host, int port, List<URI> servers) throws IOException {
        Spreader spreader = new Spreader(
                new ServerSocket(port, 50, InetAddress.getByName(host)),
                servers.stream()
                        .map(server -> new InetSocketAddress(server.getHost(), server.getPort()))
                        .toList());
        start(spreader::serve);
        return spreader;
    }

    /** Which server got each connection, in the order in which they came. */
    BlockingQueue<Integer> chosen() {
        return chosen;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException e) {
                // The door is closed, or a client is gone again.
            }
        }
    }

    private void join(Socket client) throws IOException {
        for (int tried = 0; tried < servers.size(); tried++) {
            int server = next++ % servers.size();
            Socket socket = new Socket();
            try {
                socket.connect(servers.get(server));
            } catch (IOException e) {
                socket.close();
                continue;
            }
            chosen.add(server);
            start(() -> copy(client, socket));
            start(() -> copy(socket, client));
            return;
        }
        client.close();
    }

    /** Whoever ends, ends both. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One of them is gone, and the other will see it.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "spreader");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

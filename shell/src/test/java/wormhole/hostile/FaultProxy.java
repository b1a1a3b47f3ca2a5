package wormhole.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between clients and a server, and spoils what passes as the test says. */
final class FaultProxy implements AutoCloseable {
    /** Chooses what goes wrong, when bytes are about to pass. */
    @FunctionalInterface
    interface Plan {
        /** The fault of a connection; asked again for each chunk, since more may be known of the connection by then. */
        Optional<Fault> faultOf(Connection connection);
    }

    private final ServerSocket listener;
    private final int target;
    private final Plan plan;
    private final Line line;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch struck = new CountDownLatch(1);

    private FaultProxy(ServerSocket listener, int target, Plan plan, Line line) {
        this.listener = listener;
        this.target = target;
        this.plan = plan;
        this.line = line;
    }

    /** Nothing goes wrong, but everything takes its time. */
    static FaultProxy slow(int port, Line line) throws IOException {
        return start(new FaultProxy(listen(), port, connection -> Optional.empty(), line));
    }

    static FaultProxy to(int port, Plan plan) throws IOException {
        return start(new FaultProxy(listen(), port, plan, Line.PERFECT));
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static FaultProxy start(FaultProxy proxy) {
        run(proxy::acceptAll);
        return proxy;
    }

    /** The first connection has this fault, later ones none. */
    static FaultProxy onFirst(int port, Fault fault) throws IOException {
        return to(port, connection -> connection.number == 0 ? Optional.of(fault) : Optional.empty());
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Whether the fault has happened. */
    boolean hasStruck() {
        return struck.getCount() == 0;
    }

    List<Connection> connections() {
        return List.copyOf(connections);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Connection connection = new Connection(connections.size(), listener.accept());
                connections.add(connection);
                run(() -> connection.pump(Fault.Direction.FROM_CLIENT));
                run(() -> connection.pump(Fault.Direction.TO_CLIENT));
            } catch (IOException e) {
                // Closed, or the server is not there; the client finds out.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(Connection::cut);
    }

    /** One client's connection through here. */
    final class Connection {
        private static final int CHUNK = 4096;
        private static final int OPENING = 400;

        private final int number;
        private final Socket client;
        private final Socket server;
        private final AtomicLong fromClient = new AtomicLong();
        private final AtomicLong toClient = new AtomicLong();
        private final ByteArrayOutputStream opening = new ByteArrayOutputStream();

        Connection(int number, Socket client) throws IOException {
            this.number = number;
            this.client = client;
            this.server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        /** The first that the client said, as far as it has passed. */
        String opening() {
            return opening.toString(StandardCharsets.ISO_8859_1);
        }

        long bytes(Fault.Direction direction) {
            return (direction == Fault.Direction.FROM_CLIENT ? fromClient : toClient).get();
        }

        private void pump(Fault.Direction direction) {
            boolean outward = direction == Fault.Direction.FROM_CLIENT;
            AtomicLong passed = outward ? fromClient : toClient;
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = (outward ? client : server).getInputStream();
                OutputStream out = line.over((outward ? server : client).getOutputStream());
                for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                    if (outward && opening.size() < OPENING) {
                        opening.write(chunk, 0, length);
                    }
                    pass(direction, passed, chunk, length, out);
                }
                out.flush();
                (outward ? server : client).shutdownOutput();
            } catch (IOException e) {
                cut();
            }
        }

        private void pass(Fault.Direction direction, AtomicLong passed, byte[] chunk, int length, OutputStream out)
                throws IOException {
            Optional<Fault> fault = plan.faultOf(this).filter(each -> each.direction() == direction);
            long at = fault.isPresent() ? fault.get().at() - passed.get() : -1;
            if (fault.isPresent() && at >= 0 && at < length) {
                out.write(chunk, 0, (int) at);
                struck.countDown();
                spoil(fault.get().kind(), chunk[(int) at], out);
                out.write(chunk, (int) at + 1, length - (int) at - 1);
            } else {
                out.write(chunk, 0, length);
            }
            passed.addAndGet(length);
        }

        private void spoil(Fault.Kind kind, byte spoiled, OutputStream out) throws IOException {
            switch (kind) {
                case CUT -> throw new IOException("cut");
                case STALL -> stall();
                case HALF_CLOSE -> {
                    out.close();
                    throw new IOException("closed");
                }
                case FLIP -> out.write(spoiled ^ 1);
                case DROP -> {}
                case REPEAT -> {
                    out.write(spoiled);
                    out.write(spoiled);
                }
            }
        }

        /** Passes nothing until the proxy is closed. */
        private void stall() throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        private void cut() {
            try {
                client.close();
                server.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}

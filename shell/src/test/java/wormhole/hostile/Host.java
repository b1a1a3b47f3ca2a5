package wormhole.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's machine, which treats everybody who connects in the same manner. */
final class Host implements AutoCloseable {
    /** What it does with a connection. */
    @FunctionalInterface
    interface Manner {
        void with(InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final Manner manner;
    private final List<Socket> guests = new CopyOnWriteArrayList<>();

    private Host(ServerSocket listener, Manner manner) {
        this.listener = listener;
        this.manner = manner;
    }

    static Host open(Manner manner) throws IOException {
        Host host = new Host(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), manner);
        run(host::acceptAll);
        return host;
    }

    /** Listens for ever. */
    static void swallow(InputStream in) throws IOException {
        var unused = in.transferTo(OutputStream.nullOutputStream());
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "host");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket guest = listener.accept();
                guests.add(guest);
                run(() -> entertain(guest));
            } catch (IOException e) {
                // Closed: nobody is let in any more.
            }
        }
    }

    private void entertain(Socket guest) {
        try (guest) {
            manner.with(guest.getInputStream(), guest.getOutputStream());
        } catch (IOException e) {
            // The guest has left.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}

package wormhole.plugin.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/**
 * Where a service listens.
 *
 * @param host a name or address of this machine; empty for all its addresses
 * @param port 0 for any
 */
record ListenAddress(String host, int port) {
    static final int MAX_PORT = 65_535;
    /** Thousands of clients may come back at once after a restart. */
    private static final int BACKLOG = 1024;

    /** Reads {@code --host} and one option for a port, which has a value. */
    static ListenAddress from(OptionValues options, String portKey) throws WormholeException {
        long port = options.number(portKey).orElse(0);
        if (port > MAX_PORT) {
            throw new WormholeException(
                            ErrorCode.USAGE, "'" + port + "' is no good value for " + options.shown(portKey))
                    .withHint("Give a port from 1 to 65535, or 0 for any.");
        }
        return new ListenAddress(options.text(ServerOptions.HOST.key()).orElse(""), (int) port);
    }

    /** Takes the port. */
    ServerSocketChannel bind(String service) throws WormholeException {
        try {
            InetSocketAddress address = socketAddress();
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(address, BACKLOG);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (UnknownHostException e) {
            throw unusable(service, "'" + host + "' is not known", e)
                    .withHint("Give --host a name or address of this machine, such as 127.0.0.1.");
        } catch (IOException e) {
            throw unusable(service, String.valueOf(e.getMessage()), e)
                    .withHint("Stop what uses the port, or choose another port or host; port 0 takes any free port.");
        }
    }

    private InetSocketAddress socketAddress() throws UnknownHostException {
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(InetAddress.getByName(host), port);
    }

    private WormholeException unusable(String service, String why, Exception cause) {
        String place = (host.isEmpty() ? "port " : host + " port ") + port;
        return new WormholeException(
                ErrorCode.ADDRESS_UNUSABLE, "the " + service + " cannot listen on " + place + ": " + why, cause);
    }

    /** {@code HOST:PORT} as a client on this machine would write it. */
    String reachableAt(ServerSocketChannel bound) {
        return hostForClients() + ":" + bound.socket().getLocalPort();
    }

    private String hostForClients() {
        if (host.isEmpty() || host.equals("0.0.0.0")) {
            return "127.0.0.1";
        }
        if (host.equals("::")) {
            return "[::1]";
        }
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}

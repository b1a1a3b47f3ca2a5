package wormhole.plugin.server.mailbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From where the server sees a client come. It is told, to help it find a direct way to its peer, and never logged.
 *
 * @param host an IPv4 or IPv6 address without zone
 */
public record ClientAddress(String host, int port) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    public static ClientAddress of(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        String host = address == null ? "" : address.getHostAddress();
        int zone = host.indexOf('%');
        return new ClientAddress(zone < 0 ? host : host.substring(0, zone), remote.getPort());
    }

    /**
     * The address that a proxy in front of the server reports ({@code X-Real-IP}, {@code X-Real-Port}); this one if what it
     * reports makes no sense. A client that lies misleads only itself.
     */
    public ClientAddress reportedAs(String realIp, String realPort) {
        if (!ADDRESS.matcher(realIp).matches()) {
            return this;
        }
        return new ClientAddress(realIp, PORT.matcher(realPort).matches() ? Integer.parseInt(realPort) : port);
    }

    /** The same as bytes; empty if it is no address but only looks like one. */
    public Optional<InetAddress> toInetAddress() {
        if (!host.contains(":") && !IPV4.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            // Asks nobody: with a colon, or four numbers, it can be no name.
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** As {@code your-address} in the welcome. */
    Map<String, Object> forWelcome() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("port", port);
        fields.put(host.contains(":") ? "ipv6" : "ipv4", host);
        return fields;
    }

    @Override
    public String toString() {
        return "ClientAddress";
    }
}

package wormhole.plugin.server.mailbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From where the server sees a client come. It is told, to help it find a direct way to its peer, and never logged.
 *
 * @param host an IPv4 or IPv6 address without zone
 */
public record ClientAddress(String host, int port) {

    public static ClientAddress of(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        String host = address == null ? "" : address.getHostAddress();
        int zone = host.indexOf('%');
        return new ClientAddress(zone < 0 ? host : host.substring(0, zone), remote.getPort());
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

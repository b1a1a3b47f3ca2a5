package wormhole.plugin.transitdirect;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/**
 * Where a side can be reached.
 *
 * @param hostname a name or an address
 * @param priority higher is tried first
 */
record DirectHint(String hostname, int port, double priority) {
    private static final int MAX_HOSTNAME_LENGTH = 255;
    private static final int MAX_PORT = 65_535;
    /** Host names, IPv4 and IPv6 addresses, also with a zone; nothing that a resolver or a terminal could misread. */
    private static final Pattern HOSTNAME = Pattern.compile("[A-Za-z0-9._:%-]+");

    /** Reads a hint of the peer; empty if it is broken. */
    static Optional<DirectHint> read(PeerValue hint) {
        try {
            String hostname = hint.field("hostname").text(MAX_HOSTNAME_LENGTH);
            int port = (int) hint.field("port").wholeNumber(1, MAX_PORT);
            double priority = hint.has("priority") ? hint.field("priority").number() : 0;
            return HOSTNAME.matcher(hostname).matches()
                    ? Optional.of(new DirectHint(hostname, port, priority))
                    : Optional.empty();
        } catch (WormholeException e) {
            return Optional.empty();
        }
    }

    /** The hint for an address of ours. */
    static Map<String, ?> describe(InetAddress address, int port) {
        Map<String, Object> hint = new LinkedHashMap<>();
        hint.put("type", DirectTcpMethod.TYPE);
        hint.put("priority", 0.0);
        hint.put("hostname", withoutZone(address));
        hint.put("port", port);
        return hint;
    }

    private static String withoutZone(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return address instanceof Inet6Address && zone >= 0 ? text.substring(0, zone) : text;
    }

    /** For people. */
    String text() {
        return hostname.contains(":") ? "[" + hostname + "]:" + port : hostname + ":" + port;
    }
}

package wormhole.plugin.server.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wormhole.plugin.server.net.IpAddress;

/**
 * The header of HTTP in which a proxy tells who its client is. It has to be known which one the proxy writes: the others come from
 * the client, who may write in them what it likes.
 */
public enum ClientHeader {
    /** Each proxy of a chain appends whom it sees. */
    X_FORWARDED_FOR("X-Forwarded-For", "([^,;\\s]+)"),
    /** One address, and perhaps one port in {@code X-Real-Port}. */
    X_REAL_IP("X-Real-IP", "([^,;\\s]+)"),
    /** RFC 7239: each proxy of a chain appends whom it sees, and more. */
    FORWARDED("Forwarded", "(?i)(?<![\\w-])for=([^,;\\s]*)");

    private static final Pattern NODE =
            Pattern.compile("(?:\\[(?<v6>[^\\]]*)\\]|(?<v4>[0-9.]+))(?::(?<port>[0-9]{1,5}))?|(?<bare>[0-9a-fA-F:.]+)");
    private static final int MAX_PORT = 65_535;

    private final String header;
    /** Finds them all in the header; the library joins several headers of one name by a semicolon. */
    private final Pattern each;

    ClientHeader(String header, String each) {
        this.header = header;
        this.each = Pattern.compile(each);
    }

    /** The name as an option gives it. */
    public String key() {
        return header.toLowerCase(Locale.ROOT);
    }

    /**
     * The client behind all trusted proxies; empty if they do not tell. Whatever stands left of what the trusted proxies wrote may
     * be a lie.
     *
     * @param headers gives the text of a header, empty if there is none
     */
    public Optional<InetSocketAddress> client(UnaryOperator<String> headers, TrustedProxies trusted) {
        Optional<InetSocketAddress> nearest = Optional.empty();
        for (String node : fromTheNearest(headers.apply(header))) {
            Optional<InetSocketAddress> client = address(node, headers);
            if (client.isEmpty()) {
                return nearest;
            }
            nearest = client;
            if (!trusted.contain(client.get().getAddress())) {
                return nearest;
            }
        }
        return nearest;
    }

    private List<String> fromTheNearest(String text) {
        List<String> nodes = new ArrayList<>();
        Matcher match = each.matcher(text);
        while (match.find()) {
            nodes.add(match.group(1).replace("\"", ""));
        }
        Collections.reverse(nodes);
        return nodes;
    }

    private Optional<InetSocketAddress> address(String node, UnaryOperator<String> headers) {
        Matcher match = NODE.matcher(node);
        if (!match.matches()) {
            return Optional.empty();
        }
        String host = match.group("bare");
        if (host == null) {
            host = match.group("v6") == null ? match.group("v4") : match.group("v6");
        }
        String port =
                match.group("port") == null && this == X_REAL_IP ? headers.apply("X-Real-Port") : match.group("port");
        return IpAddress.parse(host).map(address -> at(address, port == null ? "" : port));
    }

    private static InetSocketAddress at(InetAddress address, String port) {
        boolean good = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= MAX_PORT;
        return new InetSocketAddress(address, good ? Integer.parseInt(port) : 0);
    }
}

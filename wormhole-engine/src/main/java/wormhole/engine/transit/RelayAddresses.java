package wormhole.engine.transit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.RelayAddress;
import wormhole.spi.WormholeException;

/** Reads relay addresses as people write them. */
public final class RelayAddresses {
    private static final Pattern TCP =
            Pattern.compile("tcp:(?://)?(\\[[^\\]]+\\]|[^:\\[\\]/]+):([0-9]{1,5})(?::priority=(-?[0-9.]{1,20}))?/?");
    private static final int MAX_PORT = 65_535;

    private RelayAddresses() {}

    /**
     * Reads {@code tcp:HOST:PORT}, {@code tcp:[IPV6]:PORT}, {@code tcp://HOST:PORT}, either with {@code :priority=N}, or a
     * {@code ws://} or {@code wss://} URL.
     */
    public static RelayAddress parse(String text) throws WormholeException {
        if (text.startsWith("ws://") || text.startsWith("wss://")) {
            return webSocket(text);
        }
        Matcher tcp = TCP.matcher(text);
        if (!tcp.matches()) {
            throw malformed(text);
        }
        int port = Integer.parseInt(tcp.group(2));
        if (port < 1 || port > MAX_PORT) {
            throw malformed(text);
        }
        return new RelayAddress.Tcp(withoutBrackets(tcp.group(1)), port, priority(text, tcp.group(3)));
    }

    private static RelayAddress webSocket(String text) throws WormholeException {
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null) {
                throw malformed(text);
            }
            return new RelayAddress.WebSocket(uri, 0);
        } catch (URISyntaxException e) {
            throw malformed(text);
        }
    }

    private static double priority(String text, @Nullable String digits) throws WormholeException {
        try {
            return digits == null ? 0 : Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static WormholeException malformed(String text) {
        return new WormholeException(ErrorCode.USAGE, "'" + text + "' is no address of a transit relay")
                .withHint("Give one such as tcp:relay.example.com:4001 or wss://relay.example.com/.");
    }
}

package wormhole.engine.transit;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wormhole.engine.code.ServerAddress;
import wormhole.spi.ErrorCode;
import wormhole.spi.RelayAddress;
import wormhole.spi.WormholeException;

/** Reads relay addresses as people write them. */
public final class RelayAddresses {
    /** Host, port, and what may follow: {@code :priority=N} and, as the reference has it, names that nobody knows. */
    private static final Pattern TCP =
            Pattern.compile("tcp:(?://)?(\\[[0-9a-fA-F:.]+\\]|[^:\\[\\]/\\s]+):([0-9]{1,5})((?::[^:=]+=[^:]*)*)/?");

    private static final Pattern PRIORITY = Pattern.compile(":priority=([^:]*)");
    private static final int MAX_PORT = 65_535;

    private RelayAddresses() {}

    /**
     * Reads {@code tcp:HOST:PORT}, {@code tcp:[IPV6]:PORT}, {@code tcp://HOST:PORT}, either with {@code :priority=N}, or a
     * {@code ws://} or {@code wss://} URL.
     */
    public static RelayAddress parse(String text) throws WormholeException {
        if (text.startsWith("ws://") || text.startsWith("wss://")) {
            URI url = ServerAddress.webSocket(text).orElseThrow(() -> malformed(text));
            return new RelayAddress.WebSocket(url, 0);
        }
        Matcher tcp = TCP.matcher(text);
        if (!tcp.matches()) {
            throw malformed(text);
        }
        int port = Integer.parseInt(tcp.group(2));
        if (port < 1 || port > MAX_PORT) {
            throw malformed(text);
        }
        return new RelayAddress.Tcp(withoutBrackets(tcp.group(1)), port, priority(text));
    }

    private static double priority(String text) throws WormholeException {
        Matcher priority = PRIORITY.matcher(text);
        try {
            return priority.find() ? Double.parseDouble(priority.group(1)) : 0;
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static WormholeException malformed(String text) {
        return new WormholeException(
                        ErrorCode.USAGE, "'" + ServerAddress.shown(text) + "' is no address of a transit relay")
                .withHint("Give one such as tcp:relay.example.com:4001 or wss://relay.example.com/.");
    }
}

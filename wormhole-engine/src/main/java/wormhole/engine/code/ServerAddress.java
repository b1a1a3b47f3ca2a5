package wormhole.engine.code;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of servers that speak WebSocket, as people and links give them. */
public final class ServerAddress {
    private static final int MAX_PORT = 65_535;
    /** Whatever stands before the last @: a password that was not encoded may hold anything. */
    private static final Pattern USER = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:/*)?.*@", Pattern.DOTALL);

    private ServerAddress() {}

    /**
     * Reads a {@code ws://} or {@code wss://} URL.
     *
     * @return empty for any other text; also for one with a user's name or password, which no server asks for, while links
     *     and hints would tell it to the peer
     */
    public static Optional<URI> webSocket(String text) {
        try {
            URI uri = new URI(text);
            boolean webSocket = "ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme());
            boolean complete = uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= MAX_PORT;
            return webSocket && complete && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** An address that was refused, as people may see it: without a password. */
    public static String shown(String text) {
        return USER.matcher(text).replaceFirst("$1…@");
    }
}

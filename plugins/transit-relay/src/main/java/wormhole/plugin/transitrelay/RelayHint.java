package wormhole.plugin.transitrelay;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.RelayAddress;
import wormhole.spi.WormholeException;

/** Relays as both sides tell them to each other: a hint with hints inside, one for each way to reach the relay. */
final class RelayHint {
    private static final int MAX_WAYS = 32;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_HOSTNAME_LENGTH = 255;
    private static final int MAX_URL_LENGTH = 2000;
    private static final Pattern HOSTNAME = Pattern.compile("[A-Za-z0-9._:%-]+");

    private RelayHint() {}

    static Map<String, ?> describe(RelayAddress relay) {
        Map<String, ?> way = relay instanceof RelayAddress.Tcp tcp
                ? Map.of(
                        "type", "direct-tcp-v1",
                        "priority", tcp.priority(),
                        "hostname", tcp.hostname(),
                        "port", tcp.port())
                : Map.of(
                        "type", "websocket-v1",
                        "priority", relay.priority(),
                        "url", ((RelayAddress.WebSocket) relay).url().toString());
        return Map.of("type", RelayMethod.TYPE, "hints", List.of(way));
    }

    /** The ways to reach a relay of the peer; broken ones and those of unknown kinds are left out. */
    static Stream<RelayAddress> read(PeerValue hint) {
        try {
            List<PeerValue> ways = hint.field("hints").elements(Integer.MAX_VALUE);
            return ways.stream().limit(MAX_WAYS).map(RelayHint::readWay).flatMap(Optional::stream);
        } catch (WormholeException e) {
            return Stream.empty();
        }
    }

    private static Optional<RelayAddress> readWay(PeerValue way) {
        try {
            // Rust writes "websocket" where the protocol's text has "websocket-v1".
            return switch (way.field("type").text(MAX_HOSTNAME_LENGTH)) {
                case "direct-tcp-v1" -> Optional.of(tcp(way));
                case "websocket-v1", "websocket" -> Optional.of(webSocket(way));
                default -> Optional.empty();
            };
        } catch (WormholeException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static RelayAddress tcp(PeerValue way) throws WormholeException {
        String hostname = way.field("hostname").text(MAX_HOSTNAME_LENGTH);
        require(HOSTNAME.matcher(hostname).matches());
        return new RelayAddress.Tcp(hostname, (int) way.field("port").wholeNumber(1, MAX_PORT), priority(way));
    }

    private static RelayAddress webSocket(PeerValue way) throws WormholeException, URISyntaxException {
        URI url = new URI(way.field("url").text(MAX_URL_LENGTH));
        require(("ws".equals(url.getScheme()) || "wss".equals(url.getScheme())) && url.getHost() != null);
        return new RelayAddress.WebSocket(url, priority(way));
    }

    private static double priority(PeerValue way) throws WormholeException {
        return way.has("priority") ? way.field("priority").number() : 0;
    }

    private static void require(boolean good) throws WormholeException {
        if (!good) {
            throw new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "the peer's relay has no proper address");
        }
    }
}

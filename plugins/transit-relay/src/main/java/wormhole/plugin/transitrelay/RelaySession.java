package wormhole.plugin.transitrelay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wormhole.spi.Candidate;
import wormhole.spi.PeerValue;
import wormhole.spi.RelayAddress;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitSession;

/** Relayed connections of one transfer. */
final class RelaySession implements TransitSession {
    private static final int MAX_RELAYS = 32;

    private final TransitContext context;

    RelaySession(TransitContext context) {
        this.context = context;
    }

    @Override
    public List<Map<String, ?>> hints() {
        return context.relays().stream()
                .<Map<String, ?>>map(RelayHint::describe)
                .toList();
    }

    /** Our relays and the peer's, each once, whatever priority either side gave it. */
    @Override
    public List<Candidate> candidates(List<PeerValue> peerHints) {
        RelayRequest request = new RelayRequest(context.relayToken(), context.side());
        Set<Object> seen = new LinkedHashSet<>();
        return Stream.concat(
                        context.relays().stream(),
                        peerHints.stream().limit(MAX_RELAYS).flatMap(RelayHint::read))
                .filter(relay -> seen.add(placeOf(relay)))
                .limit(MAX_RELAYS)
                .map(relay -> candidate(relay, request))
                .toList();
    }

    private static Object placeOf(RelayAddress relay) {
        return relay instanceof RelayAddress.Tcp tcp
                ? tcp.hostname() + ":" + tcp.port()
                : ((RelayAddress.WebSocket) relay).url();
    }

    private static Candidate candidate(RelayAddress relay, RelayRequest request) {
        return relay instanceof RelayAddress.Tcp tcp
                ? new TcpRelayCandidate(tcp, request)
                : new WebSocketRelayCandidate((RelayAddress.WebSocket) relay, request);
    }

    @Override
    public void close() {
        // Nothing is open before a candidate is dialled, and what has been dialled is the host's.
    }
}

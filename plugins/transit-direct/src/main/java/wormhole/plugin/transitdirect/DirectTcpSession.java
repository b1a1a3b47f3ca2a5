package wormhole.plugin.transitdirect;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Candidate;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

/** Direct connections of one transfer. */
final class DirectTcpSession implements TransitSession {
    private static final int MAX_HINTS = 32;

    private final List<InetAddress> addresses;
    private final @Nullable Listener listener;

    private DirectTcpSession(List<InetAddress> addresses, @Nullable Listener listener) {
        this.addresses = addresses;
        this.listener = listener;
    }

    static DirectTcpSession open(TransitContext context) throws WormholeException {
        if (!context.mayListen()) {
            return new DirectTcpSession(List.of(), null);
        }
        try {
            Listener listener = Listener.open(context::incoming);
            context.executor().execute(listener);
            return new DirectTcpSession(context.localAddresses(), listener);
        } catch (IOException e) {
            throw new WormholeException(
                            ErrorCode.ADDRESS_UNUSABLE, "cannot listen for connections: " + e.getMessage(), e)
                    .withHint("Use --no-listen to do without.");
        }
    }

    @Override
    public List<Map<String, ?>> hints() {
        Listener open = listener;
        List<Map<String, ?>> hints = new ArrayList<>();
        if (open != null) {
            addresses.forEach(address -> hints.add(DirectHint.describe(address, open.port())));
        }
        return hints;
    }

    @Override
    public List<Candidate> candidates(List<PeerValue> peerHints) {
        return peerHints.stream()
                .limit(MAX_HINTS)
                .map(DirectHint::read)
                .flatMap(Optional::stream)
                .distinct()
                .<Candidate>map(DirectCandidate::new)
                .toList();
    }

    @Override
    public void close() {
        Listener open = listener;
        if (open != null) {
            open.close();
        }
    }
}

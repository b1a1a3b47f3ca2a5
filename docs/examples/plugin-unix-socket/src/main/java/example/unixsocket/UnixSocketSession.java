package example.unixsocket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wormhole.spi.Candidate;
import wormhole.spi.PeerValue;
import wormhole.spi.TransitSession;

/** One transfer: tells the peer our socket's name, and dials the peer's. */
final class UnixSocketSession implements TransitSession {
    private static final int MAX_HINTS = 32;

    private final Path folder;
    private final Listener listener;

    /** A session, without a listener (null) where listening is not allowed. */
    UnixSocketSession(Path folder, Listener listener) {
        this.folder = folder;
        this.listener = listener;
    }

    @Override
    public List<Map<String, ?>> hints() {
        return listener == null
                ? List.of()
                : List.of(Map.of("type", UnixSocketMethod.TYPE, "name", listener.name().text()));
    }

    /** A socket that is not here belongs to another machine. */
    @Override
    public List<Candidate> candidates(List<PeerValue> peerHints) {
        return peerHints.stream()
                .limit(MAX_HINTS)
                .map(SocketName::read)
                .flatMap(Optional::stream)
                .map(name -> name.in(folder))
                .filter(Files::exists)
                .<Candidate>map(UnixSocketCandidate::new)
                .toList();
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.close();
        }
    }
}

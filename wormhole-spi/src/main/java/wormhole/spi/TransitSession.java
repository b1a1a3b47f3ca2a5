package wormhole.spi;

import java.util.List;
import java.util.Map;

/** A transit method at work for one transfer. */
public interface TransitSession extends AutoCloseable {
    /** The hints to send to the peer, JSON objects each with {@code type}. */
    List<Map<String, ?>> hints();

    /**
     * What this side can dial, given the peer's hints of this method's type and its own configuration. Broken hints are
     * skipped, never fatal; at most 32 are looked at. Called once; dials nothing yet.
     */
    List<Candidate> candidates(List<PeerValue> peerHints);

    /** Closes listeners; connections that were handed over are the host's. Called once. */
    @Override
    void close();
}

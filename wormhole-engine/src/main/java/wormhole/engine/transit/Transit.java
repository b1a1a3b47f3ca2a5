package wormhole.engine.transit;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.Candidate;
import wormhole.spi.ErrorCode;
import wormhole.spi.Link;
import wormhole.spi.PeerValue;
import wormhole.spi.RecordPipe;
import wormhole.spi.RelayAddress;
import wormhole.spi.Role;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

/**
 * Bulk transport of one transfer (transit protocol): says what this side can do, races all paths to the peer, and runs the
 * encrypted records over the winner. Open it as early as possible, so that a quick peer finds us listening.
 */
public final class Transit implements AutoCloseable {
    /** What one transfer is given. */
    public record Setup(
            Role role,
            TransitKey key,
            String side,
            List<RelayAddress> relays,
            boolean mayListen,
            TransitLimits limits) {}

    private record Opened(TransitMethod method, TransitSession session) {}

    private final Setup setup;
    private final TransitThreads threads = new TransitThreads();
    private final Race race;
    private final List<Opened> opened = new ArrayList<>();
    private final List<String> unready = new ArrayList<>();
    private final Failure gaveUp = new Failure();
    private volatile @Nullable EncryptedPipe pipe;
    private String detour = "";

    private Transit(Setup setup, List<TransitMethod> methods) {
        this.setup = setup;
        this.race = new Race(
                setup.role(),
                new Handshake(setup.key(), setup.role()),
                threads::execute,
                threads,
                setup.limits(),
                setup.mayListen() && methods.stream().anyMatch(method -> !method.relayed()));
    }

    /** Makes all methods ready; one that fails is left out as long as another works. */
    public static Transit open(Setup setup, List<TransitMethod> methods) throws WormholeException {
        Transit transit = new Transit(setup, methods);
        WormholeException failure = null;
        for (TransitMethod method : methods) {
            try {
                transit.opened.add(new Opened(method, method.open(transit.new Context())));
            } catch (WormholeException e) {
                failure = e;
                transit.unready.add(method.type() + " could not be made ready: " + e.getMessage());
            }
        }
        if (transit.opened.isEmpty() && failure != null) {
            transit.close();
            throw failure;
        }
        return transit;
    }

    /** The value of our {@code transit} message: what we can do, and where we can be reached. */
    public Map<String, ?> message() {
        List<Map<String, ?>> abilities = new ArrayList<>();
        List<Map<String, ?>> hints = new ArrayList<>();
        for (Opened each : opened) {
            abilities.addAll(each.method().abilities());
            hints.addAll(each.session().hints());
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("abilities-v1", abilities);
        message.put("hints-v1", hints);
        return message;
    }

    /**
     * Connects, given the peer's {@code transit} message, of which nothing is believed. Blocks; called once.
     */
    public RecordPipe connect(PeerValue peersMessage) throws WormholeException {
        PeersWays theirs = PeersWays.read(peersMessage);
        theirs.checkMeet(opened.stream().map(Opened::method).toList(), unready);
        List<Candidate> direct = new ArrayList<>();
        List<Candidate> relayed = new ArrayList<>();
        for (Opened each : opened) {
            List<Candidate> reachable =
                    each.session().candidates(theirs.hints(each.method().type()));
            (each.method().relayed() ? relayed : direct).addAll(reachable);
        }
        race.start(direct, relayed);
        Link winner = race.await();
        detour = winner.relayed() ? whyRelayed(direct) : "";
        closeSessions();
        EncryptedPipe connected = new EncryptedPipe(winner, setup.key(), setup.role());
        pipe = connected;
        if (gaveUp.isThere()) {
            connected.close();
        }
        gaveUp.throwIfAny();
        return connected.start(threads::execute, threads, setup.limits());
    }

    /**
     * Lets {@link #connect} fail with this, or else the pipe that it gave; from any thread. A pipe that the other side has lost
     * ends by itself, behind what came before.
     */
    public void giveUp(WormholeException failure) {
        race.giveUp(failure);
        if (failure.code() != ErrorCode.PEER_LOST) {
            gaveUp.set(failure);
            EncryptedPipe connected = pipe;
            if (connected != null) {
                connected.giveUp(failure);
            }
        }
    }

    private String whyRelayed(List<Candidate> direct) {
        if (opened.stream().allMatch(each -> each.method().relayed())) {
            return unready.isEmpty() ? "no other way was allowed" : String.join("; ", unready);
        }
        List<String> failures = race.reasons();
        if (!failures.isEmpty()) {
            return "no direct connection worked (" + String.join("; ", failures) + ")";
        }
        return direct.isEmpty() ? "the other side named no address of its own" : "no direct connection came in time";
    }

    /** Once connected: why through a relay, in words; empty if the way is direct. */
    public String detour() {
        return detour;
    }

    /** Closes listeners; what has won, or still runs, is the race's. */
    private void closeSessions() {
        opened.forEach(each -> each.session().close());
        opened.clear();
    }

    @Override
    public void close() {
        race.close();
        closeSessions();
        threads.close();
    }

    /** What a method sees of this transfer. */
    private final class Context implements TransitContext {
        @Override
        public Role role() {
            return setup.role();
        }

        @Override
        public String side() {
            return setup.side();
        }

        @Override
        public String relayToken() {
            return setup.key().relayToken();
        }

        @Override
        public boolean mayListen() {
            return setup.mayListen();
        }

        @Override
        public List<RelayAddress> relays() {
            return setup.relays();
        }

        @Override
        public List<InetAddress> localAddresses() {
            return LocalAddresses.find();
        }

        @Override
        public Executor executor() {
            return threads::execute;
        }

        @Override
        public void incoming(Link link) {
            race.incoming(link);
        }
    }
}

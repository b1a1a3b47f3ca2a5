package wormhole.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.spi.Candidate;
import wormhole.spi.PeerValue;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

/** The real {@code direct-tcp-v1}, whose hints lead the peer to the port of a proxy before ours. */
record DetouredTransit(TransitMethod real, IntFunction<Integer> proxied) implements TransitMethod {
    /** Starts a proxy before a port. */
    @FunctionalInterface
    interface Detour {
        FaultProxy to(int port) throws IOException;
    }

    /** The same plugins, only that whoever comes to a listener of theirs takes the detour. */
    static PluginRegistry in(PluginRegistry plugins, Detour detour) {
        List<LoadedPlugin> detoured = new ArrayList<>(plugins.plugins());
        detoured.replaceAll(plugin -> in(plugin, detour));
        return new PluginRegistry(detoured, plugins.problems());
    }

    private static LoadedPlugin in(LoadedPlugin plugin, Detour detour) {
        return new LoadedPlugin(
                plugin.id(),
                plugin.description(),
                plugin.version(),
                plugin.source(),
                plugin.offerTypes(),
                plugin.applications(),
                plugin.transitMethods().stream()
                        .map(method -> method.relayed() ? method : before(method, detour))
                        .toList(),
                plugin.hostedServices(),
                plugin.commands());
    }

    private static TransitMethod before(TransitMethod method, Detour detour) {
        return new DetouredTransit(method, port -> portOf(detour, port));
    }

    private static int portOf(Detour detour, int port) {
        try {
            return detour.to(port).port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String type() {
        return real.type();
    }

    @Override
    public TransitSession open(TransitContext context) throws WormholeException {
        return new Session(real.open(context));
    }

    private final class Session implements TransitSession {
        private final TransitSession session;

        Session(TransitSession session) {
            this.session = session;
        }

        /** One of them: all addresses lead to the same port. */
        @Override
        public List<Map<String, ?>> hints() {
            return session.hints().stream()
                    .limit(1)
                    .<Map<String, ?>>map(this::detoured)
                    .toList();
        }

        private Map<String, ?> detoured(Map<String, ?> hint) {
            Map<String, Object> changed = new HashMap<>(hint);
            changed.put("hostname", "127.0.0.1");
            changed.put("port", proxied.apply((Integer) changed.get("port")));
            return changed;
        }

        @Override
        public List<Candidate> candidates(List<PeerValue> peerHints) {
            return session.candidates(peerHints);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}

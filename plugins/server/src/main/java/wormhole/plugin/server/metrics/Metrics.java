package wormhole.plugin.server.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;

/** All figures of the servers in this process. Thread-safe. Nothing here tells who did something, or under which name. */
public final class Metrics {
    /** Made when a server wants them: each run of the program asks this plugin what it can do, and few start a server. */
    private volatile @Nullable Figures figures;

    private Figures figures() {
        Figures made = figures;
        return made == null ? make() : made;
    }

    private synchronized Figures make() {
        Figures made = figures;
        if (made == null) {
            made = new Figures();
            figures = made;
        }
        return made;
    }

    PrometheusRegistry registry() {
        return figures().registry;
    }

    boolean isHealthy() {
        return figures().healthy.get() == 1;
    }

    public void mailboxesAre(int count, long bytes, int connected) {
        figures().mailboxes.set(count);
        figures().messageBytes.set((double) bytes);
        figures().clients.set(connected);
    }

    public void used(String kind, String result) {
        // Whatever is over was removed by a commit that worked.
        figures().healthy.set(1);
        figures().usage.labelValues(kind, result).inc();
    }

    public void storeFailed() {
        figures().storeFailures.inc();
        figures().healthy.set(0);
    }

    public void relayHas(int connected, int waiting) {
        figures().relayClients.set(connected);
        figures().relayWaiting.set(waiting);
    }

    public void relayed(long bytes) {
        figures().relayBytes.inc(bytes);
    }

    public void relayEnded(String mood) {
        figures().relayResults.labelValues(mood).inc();
    }
}

package wormhole.plugin.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** All figures of the servers in this process. Thread-safe. Nothing here tells who did something, or under which name. */
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Gauge clients = gauge("wormhole_mailbox_clients", "Clients connected to the mailbox server.");
    private final Gauge mailboxes = gauge("wormhole_mailbox_mailboxes", "Mailboxes that are kept.");
    private final Gauge messageBytes = gauge("wormhole_mailbox_message_bytes", "Bytes of all messages that are kept.");
    private final Counter usage = Counter.builder()
            .name("wormhole_mailbox_usage_total")
            .help("Nameplates and mailboxes that are over, by their result.")
            .labelNames("kind", "result")
            .register(registry);
    private final Counter storeFailures = counter(
            "wormhole_mailbox_store_failures_total", "Commits that failed; their clients were told or dropped.");
    private final Gauge healthy = gauge("wormhole_mailbox_healthy", "1 unless the last commit failed.");
    private final Gauge relayClients = gauge("wormhole_relay_clients", "Connections to the transit relay.");
    private final Gauge relayWaiting = gauge("wormhole_relay_waiting", "Connections that wait for their partner.");
    private final Counter relayBytes = counter("wormhole_relay_bytes_total", "Bytes passed on.");
    private final Counter relayResults = Counter.builder()
            .name("wormhole_relay_connections_total")
            .help("Connections to the transit relay that are over, by their mood.")
            .labelNames("mood")
            .register(registry);

    /** Makes figures that are all zero. */
    public Metrics() {
        healthy.set(1);
    }

    private Gauge gauge(String name, String help) {
        return Gauge.builder().name(name).help(help).register(registry);
    }

    private Counter counter(String name, String help) {
        return Counter.builder().name(name).help(help).register(registry);
    }

    PrometheusRegistry registry() {
        return registry;
    }

    boolean isHealthy() {
        return healthy.get() == 1;
    }

    public void mailboxesAre(int count, long bytes, int connected) {
        mailboxes.set(count);
        messageBytes.set((double) bytes);
        clients.set(connected);
    }

    public void used(String kind, String result) {
        // Whatever is over was removed by a commit that worked.
        healthy.set(1);
        usage.labelValues(kind, result).inc();
    }

    public void storeFailed() {
        storeFailures.inc();
        healthy.set(0);
    }

    public void relayHas(int connected, int waiting) {
        relayClients.set(connected);
        relayWaiting.set(waiting);
    }

    public void relayed(long bytes) {
        relayBytes.inc(bytes);
    }

    public void relayEnded(String mood) {
        relayResults.labelValues(mood).inc();
    }
}

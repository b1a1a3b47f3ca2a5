package wormhole.plugin.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The figures as Prometheus knows them, all zero at first. Thread-safe. */
final class Figures {
    final PrometheusRegistry registry = new PrometheusRegistry();
    final Gauge clients = gauge("wormhole_mailbox_clients", "Clients connected to the mailbox server.");
    final Gauge mailboxes = gauge("wormhole_mailbox_mailboxes", "Mailboxes that are kept.");
    final Gauge messageBytes = gauge("wormhole_mailbox_message_bytes", "Bytes of all messages that are kept.");
    final Counter usage = Counter.builder()
            .name("wormhole_mailbox_usage_total")
            .help("Nameplates and mailboxes that are over, by their result.")
            .labelNames("kind", "result")
            .register(registry);
    final Counter storeFailures = counter(
            "wormhole_mailbox_store_failures_total", "Commits that failed; their clients were told or dropped.");
    final Gauge healthy = gauge("wormhole_mailbox_healthy", "1 unless the last commit failed.");
    final Gauge relayClients = gauge("wormhole_relay_clients", "Connections to the transit relay.");
    final Gauge relayWaiting = gauge("wormhole_relay_waiting", "Connections that wait for their partner.");
    final Counter relayBytes = counter("wormhole_relay_bytes_total", "Bytes passed on.");
    final Counter relayResults = Counter.builder()
            .name("wormhole_relay_connections_total")
            .help("Connections to the transit relay that are over, by their mood.")
            .labelNames("mood")
            .register(registry);

    Figures() {
        healthy.set(1);
    }

    private Gauge gauge(String name, String help) {
        return Gauge.builder().name(name).help(help).register(registry);
    }

    private Counter counter(String name, String help) {
        return Counter.builder().name(name).help(help).register(registry);
    }
}

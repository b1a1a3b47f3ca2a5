package wormhole.plugin.server;

import java.time.Duration;
import java.util.function.Consumer;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;

/** Tells the operator that the store fails, but not a thousand times a second. For one thread. */
final class StoreFailureReport implements Consumer<RuntimeException> {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final UserInterface ui;
    private final Metrics metrics;
    private long last = System.nanoTime() - INTERVAL.toNanos();

    StoreFailureReport(UserInterface ui, Metrics metrics) {
        this.ui = ui;
        this.metrics = metrics;
    }

    @Override
    public void accept(RuntimeException failure) {
        metrics.storeFailed();
        if (System.nanoTime() - last < INTERVAL.toNanos()) {
            return;
        }
        last = System.nanoTime();
        // What follows in other lines may quote names from the tables.
        String why = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        ui.tell(Event.named("store-failed")
                .at(Event.Level.WARNING)
                .saying("The mailbox server could not store anything: " + why)
                .with("reason", why));
    }
}

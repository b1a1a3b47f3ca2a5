package wormhole.plugin.server;

import java.time.Duration;
import java.util.function.Consumer;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;

/** Tells the operator that the store fails, but not a thousand times a second. For one thread. */
final class StoreFailureReport implements Consumer<RuntimeException> {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final UserInterface ui;
    private long last = System.nanoTime() - INTERVAL.toNanos();

    StoreFailureReport(UserInterface ui) {
        this.ui = ui;
    }

    @Override
    public void accept(RuntimeException failure) {
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

package wormhole.engine.transit;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** A timer whose time passes only when a test says so. */
final class ManualTimer implements Timer {
    private record Alert(Duration due, Runnable task) {}

    private final PriorityQueue<Alert> alerts = new PriorityQueue<>(Comparator.comparing(Alert::due));
    private Duration now = Duration.ZERO;

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        Alert alert = new Alert(now.plus(delay), task);
        alerts.add(alert);
        return () -> cancel(alert);
    }

    private synchronized void cancel(Alert alert) {
        alerts.remove(alert);
    }

    /** Lets time pass; what falls due runs on the caller's thread. */
    void pass(Duration time) {
        Duration end = now.plus(time);
        for (Optional<Alert> next = nextBy(end); next.isPresent(); next = nextBy(end)) {
            next.get().task().run();
        }
        now = end;
    }

    private synchronized Optional<Alert> nextBy(Duration end) {
        if (alerts.isEmpty() || alerts.peek().due().compareTo(end) > 0) {
            return Optional.empty();
        }
        now = alerts.peek().due();
        return Optional.of(alerts.remove());
    }
}

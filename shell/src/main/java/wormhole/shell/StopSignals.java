package wormhole.shell;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * SIGINT, SIGTERM and SIGHUP. The first interrupts the thread at work, which then tells the peer and gives everything back,
 * and has 2 seconds for it; the second ends the program at once.
 */
final class StopSignals {
    private static final long GRACE_MILLIS = 2000;

    private final Thread worker;
    private final AtomicInteger status = new AtomicInteger();

    private StopSignals(Thread worker) {
        this.worker = worker;
    }

    static StopSignals interrupting(Thread worker) {
        StopSignals signals = new StopSignals(worker);
        signals.on("INT", ExitCode.SIGINT);
        signals.on("TERM", ExitCode.SIGTERM);
        signals.on("HUP", ExitCode.SIGTERM);
        return signals;
    }

    private void on(String signal, int exitStatus) {
        Object previous = Signals.register(signal, () -> stop(exitStatus));
        if (isIgnore(previous)) {
            // Whoever started us, such as nohup, wants it to be ignored.
            Signals.unregister(signal, previous);
        }
    }

    /** The handler's type is not for everybody to compile against, so its field is looked up. */
    private static boolean isIgnore(Object handler) {
        try {
            Object ignore =
                    Class.forName("sun.misc.SignalHandler").getField("SIG_IGN").get(null);
            return handler != null && handler.equals(ignore);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private void stop(int exitStatus) {
        if (!status.compareAndSet(0, exitStatus)) {
            Runtime.getRuntime().halt(exitStatus);
        }
        Thread deadline = new Thread(() -> haltLater(exitStatus), "deadline");
        deadline.setDaemon(true);
        deadline.start();
        worker.interrupt();
    }

    private static void haltLater(int exitStatus) {
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitStatus);
    }

    /** The exit status that the first signal asks for; empty if none came. */
    OptionalInt status() {
        return status.get() == 0 ? OptionalInt.empty() : OptionalInt.of(status.get());
    }
}

package wormhole.shell;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SIGINT, SIGTERM and SIGHUP. The first interrupts the thread at work, which then tells the peer and gives everything back,
 * and has 2 seconds for it, 10 after a SIGHUP; the second ends the program at once. What follows within moments is no
 * second one: {@code timeout} and others signal a program and then its group. Nor is a SIGHUP ever one: it comes again for each
 * process that a closed window ends, and nobody is there to be in a hurry.
 */
final class StopSignals {
    private static final String HANG_UP = "HUP";
    private static final long GRACE_MILLIS = 2000;
    /** On a machine that ends a whole session at once. */
    private static final long GRACE_UNWATCHED_MILLIS = 10_000;
    /** Quicker than anybody can ask twice. */
    private static final long SAME_NANOS = 300_000_000;

    private final Thread worker;
    private final AtomicInteger status = new AtomicInteger();
    private volatile long firstAt;

    private StopSignals(Thread worker) {
        this.worker = worker;
    }

    static StopSignals interrupting(Thread worker) {
        StopSignals signals = new StopSignals(worker);
        signals.on("INT", ExitCode.SIGINT);
        signals.on("TERM", ExitCode.SIGTERM);
        signals.on(HANG_UP, ExitCode.SIGTERM);
        return signals;
    }

    /** JLine could do this too, but brings up the JDK's logging for it. The types are not for everybody to compile against. */
    private void on(String name, int exitStatus) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = type.getMethod("handle", type, handlerType);
            Object signal = type.getConstructor(String.class).newInstance(name);
            Object previous = handle.invoke(null, signal, handler(handlerType, exitStatus, name.equals(HANG_UP)));
            if (previous == handlerType.getField("SIG_IGN").get(null)) {
                // Whoever started us, such as nohup, wants it to be ignored.
                handle.invoke(null, signal, previous);
            }
        } catch (ReflectiveOperationException e) {
            // There is no such signal here, or Java was told to leave it alone: it then ends the program its own way.
        }
    }

    private Object handler(Class<?> type, int exitStatus, boolean unwatched) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            stop(exitStatus, unwatched);
            return null;
        });
    }

    private void stop(int exitStatus, boolean unwatched) {
        if (!isFirst(exitStatus)) {
            if (!unwatched && System.nanoTime() - firstAt > SAME_NANOS) {
                Runtime.getRuntime().halt(exitStatus);
            }
            return;
        }
        long grace = unwatched ? GRACE_UNWATCHED_MILLIS : GRACE_MILLIS;
        Thread deadline = new Thread(() -> haltAfter(grace, exitStatus), "deadline");
        deadline.setDaemon(true);
        deadline.start();
        worker.interrupt();
    }

    private synchronized boolean isFirst(int exitStatus) {
        boolean first = status.compareAndSet(0, exitStatus);
        if (first) {
            firstAt = System.nanoTime();
        }
        return first;
    }

    private static void haltAfter(long millis, int exitStatus) {
        try {
            Thread.sleep(millis);
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

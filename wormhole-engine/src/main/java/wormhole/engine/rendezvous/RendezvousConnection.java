package wormhole.engine.rendezvous;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.TimeSpan;

/**
 * A connection to the mailbox server that comes back when it is lost (client protocol, "reconnect"). The failure of the very
 * first attempt is reported instead of retried: it is nearly always a wrong address.
 *
 * <p>All methods are called on the engine thread, and so is the listener.
 */
public final class RendezvousConnection {
    /** What becomes of the connection. */
    public interface Listener {
        /** It is open, for the first time or again. */
        void connected();

        /** It is lost and will be tried again. */
        void lost(String reason);

        /** A text frame came. */
        void received(String text);

        /** The first attempt failed; nothing more will come. */
        void failed(WormholeException failure);

        /** It was closed by {@link #close}; nothing more will come. */
        void closed();
    }

    /** Runs a task on the engine thread after a delay. */
    @FunctionalInterface
    public interface Timer {
        void after(Duration delay, Runnable task);
    }

    /** A connection that lasts so long is a good one. */
    private static final Duration CALM = Duration.ofSeconds(10);

    private enum State {
        NEW,
        CONNECTING,
        OPEN,
        WAITING,
        CLOSED
    }

    private final URI server;
    private final Duration openLimit;
    private final MailboxSocket.Opener opener;
    private final Executor engine;
    private final Timer timer;
    private final BackOff backOff;
    private final Listener listener;

    private State state = State.NEW;
    private boolean everOpen;
    private @Nullable Attempt attempt;

    RendezvousConnection(
            URI server,
            Duration openLimit,
            MailboxSocket.Opener opener,
            Executor engine,
            Timer timer,
            DoubleSupplier random,
            Listener listener) {
        this.server = server;
        this.openLimit = openLimit;
        this.opener = opener;
        this.engine = engine;
        this.timer = timer;
        this.backOff = new BackOff(random);
        this.listener = listener;
    }

    /**
     * A connection over a real WebSocket.
     *
     * @param openLimit from the first packet to the end of the WebSocket handshake
     * @param engine runs tasks one after another on the engine thread
     * @param random uniform in [0, 1), for the jitter of the back-off
     */
    public static RendezvousConnection to(
            URI server, Duration openLimit, Executor engine, Timer timer, DoubleSupplier random, Listener listener) {
        return new RendezvousConnection(
                server,
                openLimit,
                socketListener -> JavaWebSocket.open(server, openLimit, socketListener),
                engine,
                timer,
                random,
                listener);
    }

    /** Begins to connect. */
    public void start() {
        if (state == State.NEW) {
            connect();
        }
    }

    /** Sends a text frame if the connection is open; otherwise the frame is the resuming side's to send again. */
    public void send(String text) {
        Attempt current = attempt;
        if (state == State.OPEN && current != null) {
            current.send(text);
        }
    }

    /**
     * Says goodbye and stops coming back. Waits neither for a connection that is still being made nor for the server's
     * goodbye, which would cost a round trip and tell nothing: what matters was answered before.
     */
    public void close() {
        switch (state) {
            case NEW, WAITING -> finish();
            case CONNECTING, OPEN -> {
                closeSocket();
                finish();
            }
            case CLOSED -> {}
        }
    }

    private void connect() {
        state = State.CONNECTING;
        Attempt next = new Attempt();
        attempt = next;
        next.begin();
    }

    private void closeSocket() {
        Attempt current = attempt;
        if (current != null) {
            current.close();
        }
    }

    private void finish() {
        state = State.CLOSED;
        attempt = null;
        listener.closed();
    }

    private void retryLater() {
        state = State.WAITING;
        timer.after(backOff.next(), () -> {
            if (state == State.WAITING) {
                connect();
            }
        });
    }

    private WormholeException unreachable(Ending ending) {
        return new WormholeException(
                        ErrorCode.SERVER_UNREACHABLE,
                        "cannot connect to the mailbox server " + server + ": " + ending.reason())
                .withHint(ending.cure().orElse("Check your network, or name another server with --relay-url."));
    }

    private void gone(Ending ending) {
        attempt = null;
        switch (state) {
            case CONNECTING, OPEN -> {
                if (everOpen) {
                    boolean wasOpen = state == State.OPEN;
                    retryLater();
                    if (wasOpen) {
                        listener.lost(ending.reason());
                    }
                } else {
                    state = State.CLOSED;
                    listener.failed(unreachable(ending));
                }
            }
            case NEW, WAITING, CLOSED -> {}
        }
    }

    /** One socket and what comes from it. Once there is a newer one, or none is wanted, it is too late to matter. */
    private final class Attempt implements MailboxSocket.Listener {
        private final FrameGate gate = new FrameGate();
        private @Nullable MailboxSocket socket;

        void begin() {
            socket = opener.open(this);
            timer.after(openLimit, this::giveUp);
        }

        /** A server may take the connection and then say nothing for ever. */
        private void giveUp() {
            if (isCurrent() && state == State.CONNECTING) {
                close();
                gone(Ending.because("there was no answer within " + TimeSpan.of(openLimit)));
            }
        }

        void send(String text) {
            MailboxSocket known = socket;
            if (known != null) {
                known.send(text);
            }
        }

        void close() {
            gate.lift();
            MailboxSocket known = socket;
            if (known != null) {
                known.close();
            }
        }

        private boolean isCurrent() {
            return attempt == this;
        }

        @Override
        public void opened() {
            engine.execute(() -> {
                if (!isCurrent()) {
                    close();
                } else if (state == State.CONNECTING) {
                    state = State.OPEN;
                    everOpen = true;
                    timer.after(CALM, this::trust);
                    listener.connected();
                }
            });
        }

        /** One that takes every connection and drops it again must not be asked again every second. */
        private void trust() {
            if (isCurrent() && state == State.OPEN) {
                backOff.reset();
            }
        }

        @Override
        public void received(String text) {
            try {
                gate.enter(text.length());
                engine.execute(() -> take(text));
            } catch (InterruptedException e) {
                // The socket's thread is being ended: what it has read is not wanted any more.
                Thread.currentThread().interrupt();
            }
        }

        private void take(String text) {
            gate.leave(text.length());
            if (isCurrent() && state == State.OPEN) {
                listener.received(text);
            }
        }

        @Override
        public void closed(Ending ending) {
            engine.execute(() -> {
                if (isCurrent()) {
                    gone(ending);
                }
            });
        }
    }
}

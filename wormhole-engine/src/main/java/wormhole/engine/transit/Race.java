package wormhole.engine.transit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import wormhole.spi.Candidate;
import wormhole.spi.ErrorCode;
import wormhole.spi.Link;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;
import wormhole.spi.text.TimeSpan;

/**
 * The race between all paths to the peer, dialled and incoming (transit protocol). The first connection on which both sides
 * have proved to have the key, and which the sender picks, wins; all others are closed. Thread-safe.
 */
final class Race {
    /** More at once would look like an attack on whatever the peer's hints name. */
    private static final int MAX_DIALLING = 8;
    /** Strangers may fill this; the longest waiting gives way, so that the peer always gets its turn. */
    private static final int MAX_INCOMING = 64;

    private static final int MAX_REASONS = 8;

    private final Role role;
    private final Handshake handshake;
    private final Executor workers;
    private final Timer timer;
    private final TransitLimits limits;
    private final boolean listening;

    private final CompletableFuture<Link> winner = new CompletableFuture<>();
    private final Deque<Candidate> direct = new ArrayDeque<>();
    private final Deque<Candidate> relayed = new ArrayDeque<>();
    private final Set<Thread> dialling = new HashSet<>();
    private final Set<Link> contestants = new HashSet<>();
    private final Deque<Link> incoming = new ArrayDeque<>();
    private final List<String> reasons = new ArrayList<>();
    private int running;
    private boolean started;
    private boolean relaysAllowed;

    /**
     * @param listening whether the peer may come to us, so that running out of candidates is not the end
     */
    Race(Role role, Handshake handshake, Executor workers, Timer timer, TransitLimits limits, boolean listening) {
        this.role = role;
        this.handshake = handshake;
        this.workers = workers;
        this.timer = timer;
        this.limits = limits;
        this.listening = listening;
    }

    /** Begins to dial: direct candidates at once, relayed ones later, or as soon as there is nothing else to do. */
    synchronized void start(List<Candidate> directOnes, List<Candidate> relayedOnes) {
        started = true;
        if (winner.isDone()) {
            // The peer was quick: it came to us, or has given up.
            return;
        }
        addSorted(direct, directOnes);
        addSorted(relayed, relayedOnes);
        timer.after(
                limits.connect(),
                () -> fail(
                        ErrorCode.TIMEOUT, "no connection to the other side within " + TimeSpan.of(limits.connect())));
        if (direct.isEmpty()) {
            relaysAllowed = true;
        } else {
            timer.after(limits.relayDelay(), this::allowRelays);
        }
        dialMore();
    }

    private static void addSorted(Deque<Candidate> queue, List<Candidate> candidates) {
        candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::priority).reversed())
                .forEach(queue::add);
    }

    private synchronized void allowRelays() {
        relaysAllowed = true;
        dialMore();
    }

    /** Takes part with a connection that came in; also before {@link #start}, since a peer may be quick. */
    synchronized void incoming(Link link) {
        if (winner.isDone()) {
            close(link);
            return;
        }
        if (incoming.size() == MAX_INCOMING) {
            close(incoming.removeFirst());
        }
        incoming.add(link);
        workers.execute(() -> {
            contest(link);
            forget(link);
        });
    }

    private synchronized void forget(Link link) {
        incoming.remove(link);
    }

    /** Waits for the winner. */
    Link await() throws WormholeException {
        try {
            return winner.get();
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WormholeException failure
                    ? failure
                    : new WormholeException(ErrorCode.INTERNAL, "the race failed: " + e.getCause(), e);
        }
    }

    /** What was tried in vain before somebody won, and why it failed. */
    synchronized List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Ends the race; a winner that nobody waited for is closed. */
    void close() {
        fail(ErrorCode.NO_PATH, "the search for a connection was given up");
    }

    /** Ends the race because something else failed. */
    synchronized void giveUp(WormholeException failure) {
        if (winner.completeExceptionally(failure)) {
            endOthers();
        }
    }

    private synchronized void dialMore() {
        while (!winner.isDone() && running < MAX_DIALLING) {
            Candidate next = direct.isEmpty() && relaysAllowed ? relayed.poll() : direct.poll();
            if (next == null) {
                break;
            }
            running++;
            workers.execute(() -> dial(next));
        }
        if (!winner.isDone() && running == 0 && direct.isEmpty()) {
            runOut();
        }
    }

    /** Nothing is being dialled: relays need not wait any more; without those, only the peer can still come to us. */
    private void runOut() {
        if (!relayed.isEmpty()) {
            allowRelays();
        } else if (started && !listening && contestants.isEmpty()) {
            fail(ErrorCode.NO_PATH, "no path to the other side");
        }
    }

    private void dial(Candidate candidate) {
        try {
            if (enter(Thread.currentThread())) {
                Link link = candidate.connect();
                leave(Thread.currentThread());
                contest(link);
            }
        } catch (IOException | RuntimeException e) {
            lost(candidate.description(), e);
        } finally {
            leave(Thread.currentThread());
            dialled();
        }
    }

    private synchronized boolean enter(Thread thread) {
        return !winner.isDone() && dialling.add(thread);
    }

    /** From here on, the thread is not interrupted any more; an interrupt that was just too late is dropped. */
    private synchronized void leave(Thread thread) {
        if (dialling.remove(thread)) {
            boolean unused = Thread.interrupted();
        }
    }

    private synchronized void dialled() {
        running--;
        dialMore();
    }

    private void contest(Link link) {
        if (!join(link)) {
            close(link);
            return;
        }
        Timer.Alarm alarm = timer.after(limits.handshake(), () -> close(link));
        try {
            handshake.prove(link.channel());
            if (role == Role.RECEIVER) {
                handshake.awaitPick(link.channel());
            }
            alarm.cancel();
            finish(link);
        } catch (IOException e) {
            close(link);
            lost(link.description(), e);
        } finally {
            alarm.cancel();
            drop(link);
        }
    }

    private synchronized boolean join(Link link) {
        return !winner.isDone() && contestants.add(link);
    }

    private synchronized void drop(Link link) {
        contestants.remove(link);
        if (started && running == 0 && direct.isEmpty()) {
            runOut();
        }
    }

    /** The sender speaks its word before anybody else can win; the receiver has heard it already. */
    private void finish(Link link) throws IOException {
        synchronized (this) {
            contestants.remove(link);
            if (!winner.isDone()) {
                if (role == Role.SENDER) {
                    handshake.pick(link.channel());
                }
                winner.complete(link);
                endOthers();
                return;
            }
        }
        if (role == Role.SENDER) {
            handshake.refuse(link.channel());
        }
        close(link);
    }

    private synchronized void fail(ErrorCode code, String what) {
        String tried = reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
        giveUp(new WormholeException(code, what + tried)
                .withHint("Check that both sides can reach a relay; --transit-helper names one.")
                .tellingPeer(what));
    }

    private void endOthers() {
        contestants.forEach(Race::close);
        dialling.forEach(Thread::interrupt);
        direct.clear();
        relayed.clear();
    }

    private synchronized void lost(String what, Exception reason) {
        if (!winner.isDone() && reasons.size() < MAX_REASONS) {
            String message = reason.getMessage();
            reasons.add(what + ": " + (message == null ? reason.getClass().getSimpleName() : message));
        }
    }

    private static void close(Link link) {
        try {
            link.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}

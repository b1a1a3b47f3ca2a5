package wormhole.plugin.server.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns on a thread of their own, many to one commit: whatever is asked for while a commit runs shares the next one. Replies
 * leave after the commit, or never.
 */
public final class CommitTurns implements Turns, AutoCloseable {
    private static final int MAX_TURNS_A_COMMIT = 1000;
    private static final long STOP_MILLIS = 3000;
    private static final Turn STOP = new Turn(null, 0, () -> {});

    private record Turn(@Nullable KeptConnection connection, int weight, Runnable work) {
        void run() {
            if (connection == null || !connection.isGivenUp()) {
                work.run();
            }
        }
    }

    private final ChannelStore store;
    private final Executor network;
    private final Consumer<RuntimeException> onFailure;
    private final BlockingQueue<Turn> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    /** What the turns since the last commit want to be done on the network. */
    private final List<Runnable> effects = new ArrayList<>();
    /** Whom they touched. */
    private final Set<KeptConnection> concerned = new LinkedHashSet<>();

    private volatile boolean closed;

    private CommitTurns(ChannelStore store, Executor network, Consumer<RuntimeException> onFailure) {
        this.store = store;
        this.network = network;
        this.onFailure = onFailure;
        thread = new Thread(this::run, "mailbox store");
        thread.setDaemon(true);
    }

    /**
     * Begins to take turns.
     *
     * @param network does things on the thread of all connections
     * @param onFailure hears of every commit that failed, on the turns' thread
     */
    public static CommitTurns start(ChannelStore store, Executor network, Consumer<RuntimeException> onFailure) {
        CommitTurns turns = new CommitTurns(store, network, onFailure);
        turns.thread.start();
        return turns;
    }

    @Override
    public ClientConnection keep(ClientConnection connection, Runnable onRoom) {
        return new KeptConnection(connection, this, onRoom);
    }

    @Override
    public void take(ClientConnection connection, int weight, Runnable turn) {
        KeptConnection kept = (KeptConnection) connection;
        kept.willWait(weight);
        add(new Turn(kept, weight, turn));
    }

    @Override
    public void take(Runnable chore) {
        add(new Turn(null, 0, chore));
    }

    @Override
    public void afterwards(Runnable effect) {
        effects.add(effect);
    }

    private void add(Turn turn) {
        if (!closed) {
            waiting.add(turn);
        }
    }

    /** Does something on the network after the commit, if there is one. Only in a turn. */
    void afterCommit(KeptConnection connection, Runnable effect) {
        concerned.add(connection);
        effects.add(effect);
    }

    private void run() {
        List<Turn> turns = new ArrayList<>();
        try {
            while (!turns.contains(STOP)) {
                turns.clear();
                turns.add(waiting.take());
                waiting.drainTo(turns, MAX_TURNS_A_COMMIT - 1);
                doAll(turns);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but to end it.
            closed = true;
        }
    }

    private void doAll(List<Turn> turns) {
        int done = 0;
        while (done < turns.size()) {
            done += doTogether(turns.subList(done, turns.size()));
        }
    }

    /** Does turns up to the first that fails, and with it all before it; the number of turns that are over. */
    private int doTogether(List<Turn> turns) {
        int begun = 0;
        try {
            for (Turn turn : turns) {
                begun++;
                turn.run();
            }
            store.commit();
        } catch (RuntimeException | OutOfMemoryError e) {
            giveUp(turns.subList(0, begun), e instanceof RuntimeException fault ? fault : new IllegalStateException(e));
            return begun;
        }
        release(turns);
        return begun;
    }

    private void release(List<Turn> turns) {
        List<Turn> over = List.copyOf(turns);
        List<Runnable> released = List.copyOf(effects);
        effects.clear();
        concerned.clear();
        network.execute(() -> {
            released.forEach(Runnable::run);
            over.forEach(turn -> {
                if (turn.connection() != null) {
                    turn.connection().hasWaited(turn.weight());
                }
            });
        });
    }

    /** The store is as it was; so must be what is kept in mind, so these clients have to connect anew. */
    private void giveUp(List<Turn> turns, RuntimeException failure) {
        store.rollback();
        for (Turn turn : turns) {
            if (turn.connection() != null) {
                concerned.add(turn.connection());
            }
        }
        boolean quietly = failure instanceof StoreFailure f && f.isPassing();
        List<KeptConnection> lost = List.copyOf(concerned);
        effects.clear();
        concerned.clear();
        lost.forEach(KeptConnection::giveUp);
        onFailure.accept(failure);
        network.execute(() -> lost.forEach(connection -> connection.end(quietly)));
    }

    /** Does what was asked for until now, and nothing after that. May be called twice. */
    @Override
    public void close() {
        add(STOP);
        closed = true;
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

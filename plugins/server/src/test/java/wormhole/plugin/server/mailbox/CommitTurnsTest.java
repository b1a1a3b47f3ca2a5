package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store here commits when the test lets it. */
class CommitTurnsTest {
    private final MemoryStore memory = new MemoryStore();
    private final Semaphore mayCommit = new Semaphore(0);
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private volatile StoreFailure failure;
    private final BlockingQueue<Runnable> network = new LinkedBlockingQueue<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final CommitTurns turns = CommitTurns.start(store(), network::add, failures::add);
    private final MailboxServer server = new MailboxServer(
            TestServer.rules(Limits.forMemory(1L << 30)),
            memory,
            turns,
            usage -> {},
            new TestServer.TestClock(),
            RandomGenerator.getDefault());

    @AfterEach
    void stop() {
        mayCommit.release(1000);
        turns.close();
    }

    @Test
    void answersOnlyAfterTheCommit() throws InterruptedException {
        FakeClient client = new FakeClient(server);

        awaitCommitBegun(1);
        assertThat(network).isEmpty();

        mayCommit.release();
        networkDoes(1);
        assertThat(client.heard("welcome")).hasSize(1);
    }

    @Test
    void letsWhatArrivesDuringACommitShareTheNext() throws InterruptedException {
        FakeClient first = new FakeClient(server);
        awaitCommitBegun(1);
        List<FakeClient> more = List.of(new FakeClient(server), new FakeClient(server), new FakeClient(server));

        mayCommit.release(2);
        networkDoes(2);

        assertThat(commits).hasValue(2);
        assertThat(first.heard("welcome")).hasSize(1);
        assertThat(more)
                .allSatisfy(client -> assertThat(client.heard("welcome")).hasSize(1));
    }

    @Test
    void tellsAnErrorInsteadOfAnAnswerWhenTheCommitFails() throws InterruptedException {
        FakeClient client = FakeClient.bound(server, "a");
        mayCommit.release(10);
        settle();
        failure = new StoreFailure("disk full", false, new IllegalStateException());

        client.say("claim", "nameplate", "4");
        networkDoes(1);

        assertThat(client.heard("claimed")).isEmpty();
        assertThat(client.error()).isEqualTo("the server cannot store anything, try again later");
        assertThat(client.dropped).isTrue();
        assertThat(rollbacks).hasValue(1);
        assertThat(failures).hasSize(1);
    }

    @Test
    void dropsAClientWithoutAWordWhenTheFailureWillPass() throws InterruptedException {
        FakeClient client = FakeClient.bound(server, "a");
        mayCommit.release(10);
        settle();
        failure = new StoreFailure("connection lost", true, new IllegalStateException());

        client.say("claim", "nameplate", "4");
        networkDoes(1);

        assertThat(client.heard()).isEmpty();
        assertThat(client.dropped).isTrue();
    }

    @Test
    void sparesThoseWhomAFailureDoesNotConcern() throws InterruptedException {
        FakeClient bystander = FakeClient.bound(server, "a");
        FakeClient unlucky = FakeClient.bound(server, "b");
        mayCommit.release(10);
        settle();
        failure = new StoreFailure("disk full", false, new IllegalStateException());
        unlucky.say("claim", "nameplate", "4");
        networkDoes(1);
        failure = null;

        bystander.say("ping", "ping", 1);
        networkDoes(1);

        assertThat(bystander.answer("pong").path("pong").asInt()).isEqualTo(1);
        assertThat(bystander.dropped).isFalse();
    }

    @Test
    void alsoDropsWhoHeardFromAFailedTurn() throws InterruptedException {
        mayCommit.release(100);
        FakeClient listener = FakeClient.bound(server, "a").say("open", "mailbox", "m");
        FakeClient speaker = FakeClient.bound(server, "b").say("open", "mailbox", "m");
        settle();
        failure = new StoreFailure("disk full", false, new IllegalStateException());

        speaker.say("add", "phase", "p", "body", "00");
        networkDoes(1);

        assertThat(listener.phases()).isEmpty();
        assertThat(listener.dropped).isTrue();
    }

    @Test
    void doesWhatWasAskedForBeforeItCloses() throws InterruptedException {
        FakeClient client = FakeClient.bound(server, "a").say("claim", "nameplate", "4");
        mayCommit.release(100);

        turns.close();
        network.forEach(Runnable::run);
        network.clear();

        assertThat(client.heard("claimed")).hasSize(1);
        client.say("ping", "ping", 1);
        assertThat(network).isEmpty();
    }

    private void awaitCommitBegun(int count) throws InterruptedException {
        synchronized (commits) {
            while (commits.get() < count) {
                commits.wait(20_000);
            }
        }
    }

    private void networkDoes(int effects) throws InterruptedException {
        for (int i = 0; i < effects; i++) {
            Runnable next = network.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was let out");
            }
            next.run();
        }
    }

    /** Waits for a turn of its own to be committed, and does all that the network was given until then. */
    private void settle() throws InterruptedException {
        AtomicBoolean settled = new AtomicBoolean();
        turns.take(() -> turns.afterwards(() -> settled.set(true)));
        while (!settled.get()) {
            networkDoes(1);
        }
    }

    /** The memory, but for commits. */
    private ChannelStore store() {
        return (ChannelStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ChannelStore.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "commit" -> commit();
                        case "rollback" -> rollbacks.incrementAndGet();
                        default -> {
                            try {
                                return method.invoke(memory, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                    return null;
                });
    }

    private void commit() {
        synchronized (commits) {
            commits.incrementAndGet();
            commits.notifyAll();
        }
        mayCommit.acquireUninterruptibly();
        if (failure != null) {
            throw failure;
        }
    }
}

package wormhole.engine.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import wormhole.spi.WormholeException;

class RendezvousConnectionTest {
    private final List<String> heard = new ArrayList<>();
    private final List<FakeSocket> sockets = new ArrayList<>();
    private final VirtualTimer timer = new VirtualTimer();
    private final RendezvousConnection connection = new RendezvousConnection(
            URI.create("ws://server.example/v1"),
            Duration.ofSeconds(30),
            listener -> {
                FakeSocket socket = new FakeSocket(listener);
                sockets.add(socket);
                return socket;
            },
            Runnable::run,
            timer,
            () -> 0.5,
            new RecordingListener());

    @Test
    void connectsAndPassesFramesOn() {
        connection.start();
        socket(0).listener.opened();
        socket(0).listener.received("hello");
        connection.send("hi");

        assertThat(heard).containsExactly("connected", "received hello");
        assertThat(socket(0).sent).containsExactly("hi");
    }

    @Test
    void startsOnlyOnce() {
        connection.start();
        connection.start();

        assertThat(sockets).hasSize(1);
    }

    @Test
    void reportsTheFailureOfTheFirstAttemptInsteadOfRetrying() {
        connection.start();
        socket(0).listener.closed(Ending.because("refused"));
        timer.pass(Duration.ofHours(1));

        assertThat(heard)
                .singleElement()
                .asString()
                .contains("SERVER_UNREACHABLE", "ws://server.example/v1", "refused");
        assertThat(sockets).hasSize(1);
    }

    @Test
    void reportsAServerThatNeverAnswers() {
        connection.start();
        timer.pass(Duration.ofSeconds(29));
        assertThat(heard).isEmpty();

        timer.pass(Duration.ofSeconds(1));
        assertThat(heard).singleElement().asString().contains("SERVER_UNREACHABLE", "no answer within 30 seconds");
        assertThat(socket(0).timesClosed).isEqualTo(1);
    }

    @Test
    void comesBackWhenItIsLost() {
        connect();
        socket(0).listener.closed(Ending.because("lost"));
        assertThat(sockets).hasSize(1);

        timer.pass(Duration.ofSeconds(1));
        socket(1).listener.opened();

        assertThat(heard).containsExactly("connected", "lost lost", "connected");
    }

    @Test
    void triesLessAndLessOftenAndTellsTheLossOnce() {
        connect();
        socket(0).listener.closed(Ending.because("lost"));
        timer.pass(Duration.ofSeconds(1));
        socket(1).listener.closed(Ending.because("still away"));
        timer.pass(Duration.ofMillis(1499));
        assertThat(sockets).hasSize(2);
        timer.pass(Duration.ofMillis(1));
        assertThat(sockets).hasSize(3);

        assertThat(heard).containsExactly("connected", "lost lost");
    }

    @Test
    void triesLessAndLessOftenWhereEveryConnectionIsDroppedAgain() {
        connect();
        socket(0).listener.closed(Ending.because("lost"));
        timer.pass(Duration.ofSeconds(1));
        socket(1).listener.opened();
        socket(1).listener.closed(Ending.because("lost"));
        timer.pass(Duration.ofMillis(1499));
        assertThat(sockets).hasSize(2);
        timer.pass(Duration.ofMillis(1));
        assertThat(sockets).hasSize(3);
    }

    @Test
    void triesQuicklyAgainAfterAConnectionThatLasted() {
        connect();
        socket(0).listener.closed(Ending.because("lost"));
        timer.pass(Duration.ofSeconds(1));
        socket(1).listener.opened();
        timer.pass(Duration.ofSeconds(10));
        socket(1).listener.closed(Ending.because("lost"));
        timer.pass(Duration.ofSeconds(1));
        assertThat(sockets).hasSize(3);
    }

    @Test
    void triesAgainAfterASilentServerToo() {
        connect();
        socket(0).listener.closed(Ending.because("lost"));
        timer.pass(Duration.ofSeconds(1));
        timer.pass(Duration.ofSeconds(30));
        assertThat(socket(1).timesClosed).isEqualTo(1);

        timer.pass(Duration.ofMillis(1500));
        socket(2).listener.opened();

        assertThat(heard).containsExactly("connected", "lost lost", "connected");
    }

    @Test
    void anOpenConnectionIsNotCutByTheLimitForOpening() {
        connect();
        timer.pass(Duration.ofMinutes(5));

        assertThat(heard).containsExactly("connected");
        assertThat(socket(0).timesClosed).isZero();
    }

    @Test
    void ignoresWhatComesFromAnEarlierSocket() {
        connect();
        socket(0).listener.closed(Ending.because("lost"));
        timer.pass(Duration.ofSeconds(1));
        socket(0).listener.opened();
        socket(0).listener.received("late");
        socket(0).listener.closed(Ending.because("again"));

        assertThat(heard).containsExactly("connected", "lost lost");
        assertThat(socket(0).timesClosed)
                .as("a socket that opens too late is closed")
                .isEqualTo(1);
    }

    @Test
    void sendsNothingWhileItIsNotOpen() {
        connection.send("too early");
        connection.start();
        connection.send("too early");
        socket(0).listener.opened();
        socket(0).listener.closed(Ending.because("lost"));
        connection.send("too late");

        assertThat(socket(0).sent).isEmpty();
    }

    @Test
    void closesBeforeItBegan() {
        connection.close();
        connection.start();

        assertThat(heard).containsExactly("closed");
        assertThat(sockets).isEmpty();
    }

    @Test
    void closesWhileItIsConnectingWithoutWaiting() {
        connection.start();
        connection.close();
        assertThat(heard).containsExactly("closed");
        assertThat(socket(0).timesClosed).isEqualTo(1);

        socket(0).listener.opened();
        socket(0).listener.closed(Ending.because("gone"));
        timer.pass(Duration.ofHours(1));
        assertThat(heard).containsExactly("closed");
    }

    @Test
    void closesAnOpenConnectionWithAGoodbyeAndWaitsForNone() {
        connect();
        connection.close();
        assertThat(heard).containsExactly("connected", "closed");

        socket(0).listener.received("too late");
        socket(0).listener.closed(Ending.because("goodbye"));
        assertThat(heard).containsExactly("connected", "closed");
        assertThat(socket(0).timesClosed).isEqualTo(1);
    }

    @Test
    void closesWhileItWaitsForTheNextAttempt() {
        connect();
        socket(0).listener.closed(Ending.because("lost"));
        connection.close();
        timer.pass(Duration.ofHours(1));

        assertThat(heard).containsExactly("connected", "lost lost", "closed");
        assertThat(sockets).hasSize(1);
    }

    @Test
    void closingAgainDoesNothing() {
        connect();
        connection.close();
        connection.close();
        socket(0).listener.closed(Ending.because("goodbye"));
        connection.close();

        assertThat(heard).containsExactly("connected", "closed");
        assertThat(socket(0).timesClosed).isEqualTo(1);
    }

    private void connect() {
        connection.start();
        socket(0).listener.opened();
    }

    private FakeSocket socket(int number) {
        return sockets.get(number);
    }

    private static final class FakeSocket implements MailboxSocket {
        private final Listener listener;
        private final List<String> sent = new ArrayList<>();
        private int timesClosed;

        FakeSocket(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void close() {
            timesClosed++;
        }
    }

    private final class RecordingListener implements RendezvousConnection.Listener {
        @Override
        public void connected() {
            heard.add("connected");
        }

        @Override
        public void lost(String reason) {
            heard.add("lost " + reason);
        }

        @Override
        public void received(String text) {
            heard.add("received " + text);
        }

        @Override
        public void failed(WormholeException failure) {
            heard.add("failed " + failure.code() + " " + failure.getMessage());
        }

        @Override
        public void closed() {
            heard.add("closed");
        }
    }

    /** Time that passes when the test says so. */
    private static final class VirtualTimer implements RendezvousConnection.Timer {
        private record Task(Duration at, Runnable what) {}

        private final PriorityQueue<Task> tasks = new PriorityQueue<>((a, b) -> a.at.compareTo(b.at));
        private Duration now = Duration.ZERO;

        @Override
        public void after(Duration delay, Runnable task) {
            tasks.add(new Task(now.plus(delay), task));
        }

        void pass(Duration time) {
            Duration end = now.plus(time);
            while (!tasks.isEmpty() && tasks.peek().at.compareTo(end) <= 0) {
                Task next = tasks.remove();
                now = next.at;
                next.what.run();
            }
            now = end;
        }
    }
}

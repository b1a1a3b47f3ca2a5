package wormhole.shell.interop;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody's client with three of our servers: its peer, and it itself after a loss, are at another one each time, and notice nothing
 * of it.
 */
@Tag("interop")
class ClusterIT {
    private static Cluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = Cluster.start();
    }

    @AfterAll
    static void end() throws IOException {
        cluster.close();
    }

    /** Each of the others meets us, and another one. */
    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Bench.PYTHON_NEW, Bench.GO),
                Arguments.of(Bench.GO, Bench.RUST),
                Arguments.of(Bench.RUST, Bench.PYTHON_NEW),
                Arguments.of(Bench.PYTHON_OLD, Bench.JAVA),
                Arguments.of(Bench.JAVA, Bench.PYTHON_NEW),
                Arguments.of(Bench.JAVA, Bench.GO),
                Arguments.of(Bench.JAVA, Bench.RUST),
                Arguments.of(Bench.GO, Bench.JAVA),
                Arguments.of(Bench.RUST, Bench.JAVA));
    }

    /** Go does not come back when its connection is lost, whosever server it was; of Rust it is not known. */
    static Stream<Arguments> pairsWhoseSenderComesBack() {
        return Stream.of(
                Arguments.of(Bench.PYTHON_NEW, Bench.RUST),
                Arguments.of(Bench.PYTHON_OLD, Bench.JAVA),
                Arguments.of(Bench.JAVA, Bench.GO),
                Arguments.of(Bench.JAVA, Bench.PYTHON_NEW));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theyMeetAtDifferentServers(Peer sender, Peer receiver) throws IOException, InterruptedException {
        meet(cell(sender, receiver), () -> {});
    }

    @ParameterizedTest
    @MethodSource("pairsWhoseSenderComesBack")
    void theSendersServerIsKilledBeforeTheReceiverComes(Peer sender, Peer receiver)
            throws IOException, InterruptedException {
        meet(cell(sender, receiver), cluster::killTheFirstOnesServer);
    }

    private static Cell cell(Peer sender, Peer receiver) {
        return new Cell(sender, receiver, Content.ONE_RECORD, Route.DIRECT, Site.OUR_CLUSTER);
    }

    private static void meet(Cell cell, Step beforeReceiving) throws IOException, InterruptedException {
        try {
            new Transfer(cell, beforeReceiving).check(cluster::beginAnew);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + cluster.log(), e);
        }
    }
}

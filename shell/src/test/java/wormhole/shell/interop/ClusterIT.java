package wormhole.shell.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void beginAnew() throws IOException, InterruptedException {
        cluster.beginAnew();
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

    /** Go and Rust do not come back when their connection is lost, whosever server it was. */
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

    private interface Meanwhile {
        void happens() throws InterruptedException;
    }

    private static void meet(Cell cell, Meanwhile meanwhile) throws IOException, InterruptedException {
        Path received = Files.createTempDirectory(Files.createDirectories(Bench.WORK.resolve("cluster")), "received");
        List<String> send = cell.sender().send(cell.site(), cell.route(), Bench.PAYLOADS.argument(cell.content()));
        try (Running sender = Running.start(cell + ", sender", received.getParent(), send)) {
            sender.endInput();
            String code = sender.await(Transfer.CODE);
            meanwhile.happens();
            Peer peer = cell.receiver();
            List<String> receive = peer.receive(cell.site(), cell.route(), peer.accepting(), code);
            try (Running receiver = Running.start(cell + ", receiver", received, receive)) {
                receiver.type(peer.consent());
                receiver.endInput();
                assertThat(receiver.exitCode())
                        .as(() -> receiver.log() + sender.log() + cluster.log())
                        .isZero();
                assertThat(sender.exitCode()).as(sender::log).isZero();
                new Arrival(cell, received).check(receiver.output());
            }
        }
    }
}

package wormhole.shell.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Carries out a cell: the sender makes a code, the receiver takes it, both end well, and the content is compared. */
final class Transfer {
    /** All of them print the code so, on one stream or the other. */
    static final Pattern CODE = Pattern.compile("code is: (\\d+-[a-z]+-[a-z]+)");

    private final Cell cell;
    private final Step beforeReceiving;

    Transfer(Cell cell) {
        this(cell, () -> {});
    }

    /**
     * @param beforeReceiving what happens when the sender has a code, and the receiver has not come yet
     */
    Transfer(Cell cell, Step beforeReceiving) {
        this.cell = cell;
        this.beforeReceiving = beforeReceiving;
    }

    void check() throws IOException, InterruptedException {
        check(() -> {});
    }

    /**
     * @param first goes before each attempt, whose number depends on known faults
     */
    void check(Step first) throws IOException, InterruptedException {
        KnownFaults.outlive(cell.toString(), List.of(cell.sender(), cell.receiver()), cell.site(), () -> {
            first.run();
            attempt();
        });
    }

    private void attempt() throws IOException, InterruptedException {
        Path folder = WorkFolder.make();
        Path received = Files.createDirectory(folder.resolve("received"));
        var send = cell.sender().send(cell.site(), cell.route(), Bench.PAYLOADS.argument(cell.content()));
        try (Running sender = Running.start(cell + ", sender", folder, send)) {
            sender.endInput();
            receive(sender, received);
        }
        WorkFolder.delete(folder);
    }

    private void receive(Running sender, Path folder) throws IOException, InterruptedException {
        Peer peer = cell.receiver();
        String code = sender.await(CODE);
        beforeReceiving.run();
        var receive = peer.receive(cell.site(), cell.route(), peer.accepting(), code);
        try (Running receiver = Running.start(cell + ", receiver", folder, receive)) {
            receiver.type(peer.consent());
            receiver.endInput();
            judge(sender, receiver, folder);
        }
    }

    private void judge(Running sender, Running receiver, Path folder) throws IOException, InterruptedException {
        try {
            assertThat(receiver.exitCode()).as("the receiver's exit code").isZero();
            assertThat(sender.exitCode()).as("the sender's exit code").isZero();
            new Arrival(cell, folder).check(receiver.output());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + sender.log() + receiver.log(), e);
        }
    }
}

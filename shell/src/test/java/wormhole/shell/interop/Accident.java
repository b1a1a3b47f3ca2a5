package wormhole.shell.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets one mishap happen to us and one of the others, and looks at how both end. */
final class Accident {
    private static final List<String> NOTHING = List.of();

    /** We ask about the verifier and have no terminal: nobody says yes. */
    private static final List<String> ASK = List.of("--verify");

    private final Mishap mishap;
    private final Peer other;
    private final Path folder;

    Accident(Mishap mishap, Peer other) throws IOException {
        this.mishap = mishap;
        this.other = other;
        this.folder = WorkFolder.make();
    }

    void check() throws IOException, InterruptedException {
        switch (mishap) {
            case IT_TYPES_A_WRONG_CODE -> weSend(NOTHING, NOTHING, "-wrong");
            case WE_TYPE_A_WRONG_CODE -> weReceive(NOTHING, NOTHING, "-wrong");
            case IT_REJECTS_OUR_OFFER -> weSend(NOTHING, NOTHING, "");
            case WE_REJECT_ITS_OFFER -> weReceive(NOTHING, List.of("--only-text"), "");
            case IT_REFUSES_OUR_VERIFIER -> weReceive(List.of("-v"), NOTHING, "");
            case WE_REFUSE_ITS_VERIFIER -> weSend(ASK, NOTHING, "");
            case IT_IS_KILLED_SENDING -> killSender();
            case IT_IS_KILLED_RECEIVING -> killReceiver();
        }
        WorkFolder.delete(folder);
    }

    private void weSend(List<String> ourOptions, List<String> itsOptions, String mistake)
            throws IOException, InterruptedException {
        try (Running we = send(Bench.JAVA, ourOptions)) {
            we.endInput();
            try (Running it = receive(other, itsOptions, we.await(Transfer.CODE) + mistake)) {
                answer(it);
                judge(we, it);
            }
        }
    }

    private void weReceive(List<String> itsOptions, List<String> ourOptions, String mistake)
            throws IOException, InterruptedException {
        try (Running it = send(other, itsOptions)) {
            String code = it.await(Transfer.CODE);
            try (Running we = receive(Bench.JAVA, ourOptions, code + mistake)) {
                we.endInput();
                answer(it);
                judge(we, it);
            }
        }
    }

    /** Whatever it asks, the answer is no. */
    private static void answer(Running it) throws IOException {
        it.type("no\n");
        it.endInput();
    }

    private void killSender() throws IOException, InterruptedException {
        try (Running it = sendMuch(other)) {
            it.endInput();
            try (Running we = receive(Bench.JAVA, Bench.JAVA.accepting(), it.await(Transfer.CODE))) {
                we.endInput();
                told(we, it, () -> killWhenUnderWay(it));
                judge(we, it);
            }
        }
    }

    private void killReceiver() throws IOException, InterruptedException {
        try (Running we = sendMuch(Bench.JAVA)) {
            we.endInput();
            try (Running it = receive(other, other.accepting(), we.await(Transfer.CODE))) {
                it.type(other.consent());
                it.endInput();
                told(we, it, () -> killWhenUnderWay(it));
                judge(we, it);
            }
        }
    }

    /** More than anybody moves before we have killed one of them, in a file without content on the disk. */
    private Running sendMuch(Peer sender) throws IOException {
        Path much = folder.resolve("much");
        try (RandomAccessFile file = new RandomAccessFile(much.toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        return start(sender, "send", sender.send(Site.OURS, Route.DIRECT, List.of(much.toString())));
    }

    /** Kills it as soon as the receiver has written something: then data flows. */
    private void killWhenUnderWay(Running it) throws IOException, InterruptedException {
        try (FolderWatch watch = new FolderWatch(folder.resolve("receive"))) {
            watch.awaitWriting();
        }
        it.kill();
    }

    private void judge(Running we, Running it) throws IOException, InterruptedException {
        told(we, it, () -> {
            assertThat(we.exitCode()).as("our exit code").isEqualTo(mishap.ourExitCode());
            if (!mishap.quirks(other).contains(Quirk.REJECTS_WITH_ZERO)) {
                assertThat(it.exitCode()).as("its exit code").isNotZero();
            }
        });
    }

    /** With what both have said, if it fails. */
    private static void told(Running we, Running it, Step check) throws IOException, InterruptedException {
        try {
            check.run();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + we.log() + it.log(), e);
        }
    }

    private Running send(Peer sender, List<String> options) throws IOException {
        List<String> what = new ArrayList<>(options);
        what.addAll(Bench.PAYLOADS.argument(Content.ONE_RECORD));
        return start(sender, "send", sender.send(Site.OURS, Route.DIRECT, what));
    }

    private Running receive(Peer receiver, List<String> options, String code) throws IOException {
        return start(receiver, "receive", receiver.receive(Site.OURS, Route.DIRECT, options, code));
    }

    private Running start(Peer peer, String verb, List<String> command) throws IOException {
        Path own = Files.createDirectory(folder.resolve(verb));
        return Running.start(mishap + ", " + peer.title() + " " + verb, own, command);
    }
}

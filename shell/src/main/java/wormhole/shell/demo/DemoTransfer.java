package wormhole.shell.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** One thing on its way: a sender that shows a code, and a receiver who is told it. */
final class DemoTransfer implements Callable<Duration> {
    private static final String CODE_LINE = "Wormhole code is: ";

    private final Children children;
    private final Exhibit exhibit;
    private final Path folder;
    private final Path inbox;
    private final List<String> senderLines = new ArrayList<>();

    /**
     * A transfer.
     *
     * @param folder for what is needed on the way
     * @param inbox the name of a new folder in there, into which the thing is received
     */
    DemoTransfer(Children children, Exhibit exhibit, Path folder, String inbox) {
        this.children = children;
        this.exhibit = exhibit;
        this.folder = folder;
        this.inbox = folder.resolve(inbox);
    }

    /** Moves it, verifies it, and says how long it took from the start of the first program to the end of the last. */
    @Override
    public Duration call() throws IOException, InterruptedException, WormholeException {
        long begun = System.nanoTime();
        Path received = Files.createDirectory(inbox);
        Path output = folder.resolve(inbox.getFileName() + ".output");
        Path errors = folder.resolve(inbox.getFileName() + ".errors");
        Process sender = startSender();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(sender.getErrorStream(), StandardCharsets.UTF_8))) {
            String code = code(lines);
            Process receiver = children.start(children.prepare(received, List.of("receive", "--accept-file", code))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile()));
            lines.lines().forEach(senderLines::add);
            require(sender.waitFor() == 0, "the sender failed", senderLines);
            require(receiver.waitFor() == 0, "the receiver failed", Files.readAllLines(errors));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        require(exhibit.check().isSame(received, Files.readAllBytes(output)), "it is not what was sent", List.of());
        return taken;
    }

    private Process startSender() throws IOException {
        List<String> words = new ArrayList<>(List.of("send"));
        words.addAll(exhibit.sent());
        return children.start(children.prepare(folder, words));
    }

    private String code(BufferedReader lines) throws IOException, WormholeException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            senderLines.add(line);
            if (line.startsWith(CODE_LINE)) {
                return line.substring(CODE_LINE.length());
            }
        }
        throw failure("the sender showed no code", senderLines);
    }

    private void require(boolean good, String otherwise, List<String> said) throws WormholeException {
        if (!good) {
            throw failure(otherwise, said);
        }
    }

    private WormholeException failure(String what, List<String> said) {
        String last = said.isEmpty() ? "" : " (" + String.join(" / ", said) + ")";
        return new WormholeException(ErrorCode.INTERNAL, exhibit.title() + " did not arrive: " + what + last);
    }
}

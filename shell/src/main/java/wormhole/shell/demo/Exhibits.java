package wormhole.shell.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import wormhole.spi.text.ByteSize;

/** Makes a text, a file and a directory to be moved. */
final class Exhibits {
    private static final int FILE_BYTES = 8 << 20;
    private static final int SMALL_FILES = 40;
    private static final int SMALL_FILE_BYTES = 10_000;

    private final Path outbox;
    private final Random random = new Random(1);

    Exhibits(Path outbox) {
        this.outbox = outbox;
    }

    List<Exhibit> all() throws IOException {
        return List.of(text(), file(), directory());
    }

    private static Exhibit text() {
        String text = "Greetings from the other end of the wormhole ∞";
        byte[] expected = (text + "\n").getBytes(StandardCharsets.UTF_8);
        return new Exhibit(
                "a text of " + text.length() + " letters",
                List.of("--text", text),
                (inbox, output) -> Arrays.equals(expected, output));
    }

    private Exhibit file() throws IOException {
        Path file = outbox.resolve("starlight.bin");
        Files.write(file, noise(FILE_BYTES));
        return new Exhibit(
                "a file of " + ByteSize.of(FILE_BYTES),
                List.of(file.toString()),
                (inbox, output) -> Trees.areEqual(file, inbox.resolve("starlight.bin")));
    }

    private Exhibit directory() throws IOException {
        Path directory = outbox.resolve("galaxy");
        Files.createDirectories(directory.resolve("spiral arm/planets"));
        Files.createDirectories(directory.resolve("void"));
        for (int i = 0; i < SMALL_FILES; i++) {
            Files.write(directory.resolve("spiral arm/planets/" + i), noise(SMALL_FILE_BYTES));
        }
        return new Exhibit(
                "a directory of " + SMALL_FILES + " files",
                List.of(directory.toString()),
                (inbox, output) -> Trees.areEqual(directory, inbox.resolve("galaxy")));
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

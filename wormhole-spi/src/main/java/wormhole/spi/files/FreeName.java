package wormhole.spi.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Finds a name beside one that is taken: {@code photo (1).jpg}. */
final class FreeName {
    private static final int MAX_TRIES = 10_000;

    private FreeName() {}

    /** Whether anything at all stands there, a link that leads nowhere too. */
    static boolean isTaken(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The first free place beside a taken one.
     *
     * @param hasExtension whether what follows the last dot of the name is to stay at its end
     */
    static Path beside(Path taken, boolean hasExtension) throws IOException {
        String name = String.valueOf(taken.getFileName());
        int dot = hasExtension ? name.lastIndexOf('.') : -1;
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        for (int number = 1; number <= MAX_TRIES; number++) {
            String ending = " (" + number + ")" + extension;
            Path candidate = taken.resolveSibling(shortened(stem, NameRules.MAX_BYTES - bytes(ending)) + ending);
            if (!isTaken(candidate)) {
                return candidate;
            }
        }
        throw new FileAlreadyExistsException(taken.toString());
    }

    /** The longest beginning of a text that fits into so many bytes of UTF-8, cut between characters. */
    static String shortened(String text, int maxBytes) {
        int end = text.length();
        while (end > 0 && bytes(text.substring(0, end)) > maxBytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

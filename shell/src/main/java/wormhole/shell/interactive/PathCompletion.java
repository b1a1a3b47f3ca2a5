package wormhole.shell.interactive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import wormhole.spi.text.Printable;

/** Completes paths. Names that could steer the terminal are not offered. */
final class PathCompletion {
    private static final String HOME = "~/";

    private final Path directory;
    private final Path home;

    PathCompletion(Path directory, Path home) {
        this.directory = directory;
        this.home = home;
    }

    /**
     * Offers what a path can become.
     *
     * @param prefix stands before the path in the same word
     */
    void complete(String prefix, String typed, List<Candidate> candidates) {
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        String begun = typed.substring(folder.length());
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(folder))) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(begun) && (begun.startsWith(".") || !name.startsWith(".")) && isHarmless(name)) {
                    candidates.add(candidate(prefix + folder, name, Files.isDirectory(entry)));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            // Completion is a courtesy; what is wrong will be said when the path is used.
        }
    }

    private Path resolve(String folder) {
        return folder.startsWith(HOME) ? home.resolve(folder.substring(HOME.length())) : directory.resolve(folder);
    }

    private static boolean isHarmless(String name) {
        return name.codePoints().allMatch(Printable::isHarmless);
    }

    private static Candidate candidate(String before, String name, boolean isDirectory) {
        String shown = isDirectory ? name + "/" : name;
        return new Candidate(before + shown, shown, null, null, null, null, !isDirectory);
    }
}

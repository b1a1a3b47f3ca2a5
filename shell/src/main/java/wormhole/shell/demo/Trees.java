package wormhole.shell.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and directories with all that is in them. */
public final class Trees {
    private Trees() {}

    /** Whether two hold the same names with the same content. */
    static boolean areEqual(Path some, Path other) throws IOException {
        if (!Files.exists(other) || !names(some).equals(names(other))) {
            return false;
        }
        for (Path name : names(some)) {
            Path file = some.resolve(name);
            if (Files.isRegularFile(file) && Files.mismatch(file, other.resolve(name)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> names(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.map(top::relativize).sorted().toList();
        }
    }

    /** Deletes everything there is. */
    public static void delete(Path top) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(top)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}

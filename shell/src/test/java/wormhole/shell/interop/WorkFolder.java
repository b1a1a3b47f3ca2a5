package wormhole.shell.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders that transfers work in. Those of failed ones stay, to be looked at. */
final class WorkFolder {
    private WorkFolder() {}

    /** An empty folder that no other transfer uses. */
    static Path make() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Bench.WORK.resolve("run")), "");
    }

    /** Makes room: a run moves some gigabytes. */
    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}

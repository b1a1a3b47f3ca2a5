package wormhole.spi.testkit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * The files of a real folder behind a file system one of whose operations fails, to see what is left of a transfer then: let
 * the first one fail, then the second, until there are no more.
 *
 * <p>Whatever asks the system for something counts: opening, reading, writing, flushing, closing, looking, renaming, removing.
 * Thread-safe.
 */
public final class FaultyFiles {
    private final Path folder;
    private final int failing;
    private int operations;
    private String failed = "";

    private FaultyFiles(Path folder, int failing) {
        this.folder = folder;
        this.failing = failing;
    }

    /**
     * A file system over a real one.
     *
     * @param folder where {@link #folder} is
     * @param failing the number of the operation that fails, from 1; 0 for none
     */
    public static FaultyFiles over(Path folder, int failing) {
        return new FaultyFiles(folder, failing);
    }

    /** The folder, as programs under test are to see it. */
    public Path folder() {
        return FaultyPath.of(folder, new FaultyFileSystem(folder.getFileSystem(), this));
    }

    /** Whether the operation has failed that was to fail; if not, there were not that many. */
    public synchronized boolean hasStruck() {
        return !failed.isEmpty();
    }

    /** What failed, empty if nothing did. */
    public synchronized String failure() {
        return failed;
    }

    synchronized void count(String operation, Path path) throws IOException {
        operations++;
        if (operations == failing) {
            failed = "operation " + failing + ": " + operation + " " + folder.relativize(path.toAbsolutePath());
            throw new FileSystemException(path.toString(), null, "the disk is broken (" + operation + ")");
        }
    }
}

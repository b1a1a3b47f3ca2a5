package wormhole.shell.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do in a folder. */
final class FolderWatch implements AutoCloseable {
    private final WatchService watch;
    private final Path folder;

    /** Sees what happens from now on. */
    FolderWatch(Path folder) throws IOException {
        this.folder = folder;
        this.watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
    }

    /** Waits until a file in it is written to. */
    void awaitWriting() throws InterruptedException {
        WatchKey written = watch.poll(60, TimeUnit.SECONDS);
        if (written == null) {
            throw new AssertionError("nothing was written to " + folder);
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}

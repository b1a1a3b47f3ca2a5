package wormhole.spi.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Things that are done with whole folders. */
final class Folders {
    private Folders() {}

    /** Makes a change of names in a folder survive a power cut, where the system allows it (Windows does not). */
    static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The contents are safe; only the name might be lost with the power.
            return;
        }
    }

    /**
     * Removes a file or folder of ours that is not wanted any more. A disk may have its moments, so it is tried twice; if a
     * hidden thing stays behind all the same, that is no reason to fail at what was done or to hide what failed.
     */
    static void discard(Path leftover) {
        try {
            deleteAll(leftover);
        } catch (IOException first) {
            try {
                deleteAll(leftover);
            } catch (IOException again) {
                return;
            }
        }
    }

    /** Creates an empty file where there is none. If that fails, none is left, but what somebody else has there stays. */
    static void claim(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            discard(file);
            throw e;
        }
    }

    /** Deletes what is there with everything in it. Links are deleted, not followed. */
    private static void deleteAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                // What was unpacked may have brought a mode that keeps us out.
                Modes.set(directory, Modes.OWNER_DIRECTORY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

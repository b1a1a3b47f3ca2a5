package wormhole.spi.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Turns what the file system complains about into failures with a code, a place and a cure. */
public final class FileTrouble {
    /** Java has no type for a full disk; these are the words of Linux, macOS and Windows. */
    private static final List<String> FULL =
            List.of("No space left", "not enough space", "quota exceeded", "disk is full");

    private FileTrouble() {}

    /**
     * The failure that an exception means.
     *
     * @param what what could not be done, such as {@code "write"}
     * @param path to which file or folder
     */
    public static WormholeException of(IOException e, String what, Path path) {
        if (isDiskFull(e)) {
            return new WormholeException(ErrorCode.NO_SPACE, "the disk is full: cannot " + what + " '" + path + "'", e)
                    .withHint("Make room, or choose a place on another disk.");
        }
        if (e instanceof ClosedByInterruptException) {
            return new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
        return new WormholeException(codeOf(e), "cannot " + what + " '" + path + "': " + reason(e), e);
    }

    private static ErrorCode codeOf(IOException e) {
        if (e instanceof NoSuchFileException) {
            return ErrorCode.FILE_NOT_FOUND;
        }
        if (e instanceof FileAlreadyExistsException) {
            return ErrorCode.FILE_EXISTS;
        }
        return ErrorCode.FILE_UNUSABLE;
    }

    /** Whether a disk or a quota is full. */
    public static boolean isDiskFull(IOException e) {
        String message = e.getMessage();
        return message != null && FULL.stream().anyMatch(message::contains);
    }

    /** In words for people, without the path that Java's messages repeat. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}

package wormhole.spi;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to send: a text, the bytes of a stream, or paths; exactly one of them is present.
 *
 * @param text the text, or null
 * @param stream an endless or finite source of bytes such as standard input, or null; whoever takes it reads it
 * @param paths absolute paths; empty unless files or directories are sent
 * @param name the name that the peer is to see instead of the path's own, or null
 * @param excludes glob patterns of what to leave out of directories
 * @param skipUnsendable whether unreadable and special files are left out of directories instead of being an error
 */
public record SendRequest(
        @Nullable String text,
        @Nullable InputStream stream,
        List<Path> paths,
        @Nullable String name,
        List<String> excludes,
        boolean skipUnsendable) {

    public SendRequest {
        paths = List.copyOf(paths);
        excludes = List.copyOf(excludes);
    }

    /** A request to send a text. */
    public static SendRequest ofText(String text) {
        return new SendRequest(text, null, List.of(), null, List.of(), false);
    }

    /** A request to send what stands at the paths. */
    public static SendRequest ofPaths(Path... paths) {
        return new SendRequest(null, null, List.of(paths), null, List.of(), false);
    }

    /** The name that the peer is to see, if one was asked for. */
    public Optional<String> chosenName() {
        return Optional.ofNullable(name);
    }

    /** Without the text, which may be a secret. */
    @Override
    public String toString() {
        return "SendRequest[" + (text != null ? "text" : stream != null ? "stream" : paths) + "]";
    }
}

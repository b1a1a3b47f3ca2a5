package wormhole.shell.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * A script that has been read whole.
 *
 * @param name as it was given, for messages
 */
public record ScriptFile(String name, List<String> lines) {
    /** More is no script. */
    private static final int MAX_BYTES = 16 << 20;

    /** Reads a file. */
    public static ScriptFile at(String name, Path file) throws WormholeException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(name, bytes);
        } catch (NoSuchFileException e) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "there is no script '" + name + "'", e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Reads a stream to its end. */
    public static ScriptFile of(String name, InputStream stream) throws WormholeException {
        try {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new WormholeException(ErrorCode.USAGE, "the script '" + name + "' is too long")
                        .withHint("A script has at most " + (MAX_BYTES >> 20) + " MiB.");
            }
            return new ScriptFile(name, decode(bytes).lines().toList());
        } catch (CharacterCodingException e) {
            throw new WormholeException(ErrorCode.USAGE, "the script '" + name + "' is no UTF-8 text", e)
                    .withHint("Save it as UTF-8.");
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return withoutMark(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString());
    }

    /** A text without the mark that some editors put before UTF-8. */
    public static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static WormholeException unreadable(String name, IOException cause) {
        return new WormholeException(
                ErrorCode.FILE_UNUSABLE, "cannot read the script '" + name + "': " + cause.getMessage(), cause);
    }

    /** Without its lines, in which there may be codes. */
    @Override
    public String toString() {
        return "ScriptFile[" + name + "]";
    }
}

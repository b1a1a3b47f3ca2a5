package wormhole.shell.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import wormhole.shell.script.ScriptFile;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The text of a configuration file, of a length that one may have. */
final class ConfigText {
    private static final int MAX_BYTES = 1 << 20;

    private ConfigText() {}

    /** Reads it; any file will do, also one without an end. */
    static String of(Path file) throws WormholeException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new WormholeException(ErrorCode.USAGE, "the configuration '" + file + "' is too long")
                        .withHint("It has at most " + (MAX_BYTES >> 20) + " MiB. Is it another file?");
            }
            return ScriptFile.withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new WormholeException(ErrorCode.USAGE, "the configuration '" + file + "' is no UTF-8 text", e)
                    .withHint("Save it as UTF-8.");
        } catch (IOException e) {
            throw new WormholeException(
                    ErrorCode.FILE_UNUSABLE, "cannot read the configuration '" + file + "': " + e.getMessage(), e);
        }
    }
}

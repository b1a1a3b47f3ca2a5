package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class FileTroubleTest {
    private static final Path PLACE = Path.of("folder", "file");

    @Test
    void knowsAFullDisk() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full));
        try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
            IOException e = catchThrowableOfType(IOException.class, () -> channel.write(ByteBuffer.allocate(1)));
            WormholeException failure = FileTrouble.of(e, "write", PLACE);
            assertThat(failure.code()).isEqualTo(ErrorCode.NO_SPACE);
            assertThat(failure.textForPeer()).isEqualTo("disk full");
            assertThat(failure.hint()).isPresent();
        }
    }

    @Test
    void saysWhatWhereAndWhyInOneLine() {
        WormholeException failure = FileTrouble.of(new AccessDeniedException("folder/file"), "send", PLACE);
        assertThat(failure).hasMessage("cannot send '" + PLACE + "': permission denied");
        assertThat(failure.code()).isEqualTo(ErrorCode.FILE_UNUSABLE);
    }

    @Test
    void tellsMissingFromExistingFiles() {
        assertThat(FileTrouble.of(new NoSuchFileException("x"), "send", PLACE).code())
                .isEqualTo(ErrorCode.FILE_NOT_FOUND);
        assertThat(FileTrouble.of(new FileAlreadyExistsException("x"), "create", PLACE)
                        .code())
                .isEqualTo(ErrorCode.FILE_EXISTS);
    }

    @Test
    void repeatsWhatTheSystemSays() {
        IOException e = new FileSystemException("x", null, "Too many levels of symbolic links");
        assertThat(FileTrouble.of(e, "send", PLACE)).hasMessageEndingWith(": Too many levels of symbolic links");
    }

    @Test
    void neverTellsThePeerAPath() {
        assertThat(FileTrouble.of(new IOException("x"), "send", PLACE).textForPeer())
                .doesNotContain("folder");
    }
}

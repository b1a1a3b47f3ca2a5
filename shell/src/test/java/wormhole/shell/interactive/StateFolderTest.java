package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path home;

    @Test
    void aHistoryThatOthersCouldReadIsClosedToThem() throws Exception {
        Path folder = Files.createDirectories(home.resolve(".local/state/wormhole"));
        Path file = Files.writeString(folder.resolve("history"), "send x\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(new StateFolder(Map.of("XDG_STATE_HOME", "relative"), home.toString()).history())
                .contains(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).hasContent("send x\n");
    }
}

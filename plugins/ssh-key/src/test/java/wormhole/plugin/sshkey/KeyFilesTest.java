package wormhole.plugin.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class KeyFilesTest {
    @TempDir
    private Path folder;

    private Path write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void areAllPublicKeysOfAFolderInOrder() throws Exception {
        write("id_rsa.pub", SampleKeys.RSA + "\n");
        write("id_ed25519.pub", SampleKeys.ED25519 + "\n");
        write("id_ed25519", SampleKeys.PRIVATE);
        write("renamed.pub", SampleKeys.PRIVATE);
        write("id_dsa.pub", SampleKeys.DSA);
        write("authorized_keys", SampleKeys.ECDSA_256);
        Files.createDirectory(folder.resolve("folder.pub"));

        assertThat(KeyFiles.in(folder))
                .extracting(KeyFile::summary)
                .containsExactly(
                        "id_ed25519.pub: " + SampleKeys.key(SampleKeys.ED25519).summary(),
                        "id_rsa.pub: " + SampleKeys.key(SampleKeys.RSA).summary());
    }

    @Test
    void canHaveAnyNameIfTheyAreNamed() throws Exception {
        Path file = write("work key", SampleKeys.ED25519);
        assertThat(KeyFiles.in(file)).containsExactly(new KeyFile(file, SampleKeys.key(SampleKeys.ED25519)));
    }

    @Test
    void areNeverPrivate() throws Exception {
        Path file = write("id_ed25519", SampleKeys.PRIVATE);
        write("id_ed25519.pub", SampleKeys.ED25519);
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> KeyFiles.in(file))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNUSABLE))
                .satisfies(e -> assertThat(e.messageText()).contains("private").doesNotContain("b3BlbnNza"))
                .satisfies(e -> assertThat(e.hint().orElseThrow()).contains("id_ed25519.pub"));
    }

    @Test
    void mustBeThere() throws Exception {
        assertFails(ErrorCode.FILE_NOT_FOUND, folder);
        assertFails(ErrorCode.FILE_NOT_FOUND, folder.resolve("missing.pub"));
        assertFails(ErrorCode.FILE_UNUSABLE, write("empty.pub", ""));
        assertFails(ErrorCode.FILE_UNUSABLE, write("long.pub", SampleKeys.ED25519 + "x".repeat(100_000)));
    }

    @Test
    void areMadeByWhoeverHasNone() {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> KeyFiles.in(folder.resolve(".ssh")))
                .satisfies(e -> assertThat(e.hint().orElseThrow()).contains("ssh-keygen"));
    }

    private static void assertFails(ErrorCode code, Path place) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> KeyFiles.in(place))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}

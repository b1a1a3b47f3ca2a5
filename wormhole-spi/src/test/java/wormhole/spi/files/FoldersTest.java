package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsPlantedAtOurNameIsNeitherFollowedNorRemoved() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Path planted = Files.createSymbolicLink(folder.resolve("planted"), victim);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));

        for (Path taken : new Path[] {victim, planted, dangling}) {
            assertThatThrownBy(() -> Folders.claim(taken)).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(Files.exists(taken, LinkOption.NOFOLLOW_LINKS)).isTrue();
        }
        assertThat(victim).hasContent("mine");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void whatIsDiscardedIsGoneButNotWhatItsLinksLeadTo() throws Exception {
        Path victim = Files.createDirectory(folder.resolve("victim"));
        Files.writeString(victim.resolve("file"), "mine");
        Path ours = Files.createDirectories(folder.resolve("ours/sub")).getParent();
        Files.createSymbolicLink(ours.resolve("link"), victim);
        Modes.set(ours.resolve("sub"), java.util.Set.of());

        Folders.discard(ours);
        Folders.discard(ours);

        assertThat(ours).doesNotExist();
        assertThat(victim.resolve("file")).hasContent("mine");
    }
}

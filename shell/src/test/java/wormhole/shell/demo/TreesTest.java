package wormhole.shell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {
    @TempDir
    private Path folder;

    private Path some;
    private Path other;

    @BeforeEach
    void twoEqualTrees() throws IOException {
        some = tree("some");
        other = tree("other");
    }

    @Test
    void equalTreesAreEqual() throws IOException {
        assertThat(Trees.areEqual(some, other)).isTrue();
        assertThat(Trees.areEqual(some.resolve("a/file"), other.resolve("a/file")))
                .isTrue();
    }

    @Test
    void anotherByteIsSeen() throws IOException {
        Files.writeString(other.resolve("a/file"), "contenT");

        assertThat(Trees.areEqual(some, other)).isFalse();
    }

    @Test
    void whatIsMissingOrTooMuchIsSeen() throws IOException {
        Files.delete(other.resolve("empty"));
        assertThat(Trees.areEqual(some, other)).isFalse();
        assertThat(Trees.areEqual(other, some)).isFalse();
        assertThat(Trees.areEqual(some, folder.resolve("none"))).isFalse();
    }

    @Test
    void everythingIsDeleted() throws IOException {
        Trees.delete(some);

        assertThat(some).doesNotExist();
    }

    private Path tree(String name) throws IOException {
        Path top = folder.resolve(name);
        Files.createDirectories(top.resolve("empty"));
        Files.createDirectories(top.resolve("a"));
        Files.writeString(top.resolve("a/file"), "content");
        return top;
    }
}

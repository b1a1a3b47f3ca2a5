package wormhole.shell.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Compares what has arrived with what was sent, after allowing for the quirks of the cell. */
final class Arrival {
    private final Cell cell;
    private final Path sent;
    private final Path folder;

    /** Looks into the folder in which the receiver ran. */
    Arrival(Cell cell, Path folder) {
        this.cell = cell;
        this.sent = Bench.PAYLOADS.path(cell.content());
        this.folder = folder;
    }

    /** Fails unless all of it has arrived, and nothing else. */
    void check(String printed) throws IOException, InterruptedException {
        switch (cell.content()) {
            case TEXT -> checkText(printed);
            case DIRECTORY -> checkDirectory();
            case EMPTY_FILE, ONE_BYTE, ONE_RECORD, LARGE_FILE -> checkFile();
        }
    }

    private void checkText(String printed) {
        String expected = cell.has(Quirk.ESCAPES_TEXT)
                ? Content.MESSAGE.replace("'", "\\'").replace("\n", "\\n")
                : Content.MESSAGE;
        assertThat(printed).contains(expected);
        assertThat(folder).isEmptyDirectory();
    }

    private void checkFile() throws IOException {
        Path received = only(sent.getFileName().toString());
        assertThat(Files.size(received)).isEqualTo(Files.size(sent));
        assertThat(Files.mismatch(sent, received)).isEqualTo(-1);
    }

    private void checkDirectory() throws IOException, InterruptedException {
        String name = sent.getFileName().toString();
        if (cell.has(Quirk.SENDS_TAR)) {
            compare(unpackTar(only(name + ".tar"), name));
        } else if (cell.has(Quirk.RECEIVES_ZIP)) {
            try (FileSystem zip =
                    FileSystems.newFileSystem(only(name + ".zip"), Map.of("enablePosixFileAttributes", "true"))) {
                compare(zip.getPath("/"));
            }
        } else {
            compare(only(name));
        }
    }

    private Path unpackTar(Path archive, String name) throws IOException, InterruptedException {
        Path unpacked = Files.createDirectory(folder.resolveSibling("unpacked"));
        Running tar = Running.start("tar", unpacked, List.of("tar", "-xpf", archive.toString()));
        assertThat(tar.exitCode()).isZero();
        Path inside = unpacked.resolve(name);
        return Files.exists(inside) ? inside : unpacked;
    }

    private void compare(Path received) throws IOException {
        SortedMap<String, String> expected = Tree.expected(Tree.read(sent), cell);
        assertThat(Tree.comparable(Tree.read(received), cell)).isEqualTo(Tree.comparable(expected, cell));
    }

    private Path only(String name) {
        assertThat(folder.toFile().list()).containsExactly(name);
        return folder.resolve(name);
    }
}

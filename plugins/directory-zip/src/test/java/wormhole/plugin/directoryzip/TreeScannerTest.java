package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

class TreeScannerTest {
    @TempDir
    private Path folder;

    private Path tree;

    @BeforeEach
    void plant() throws IOException {
        tree = Files.createDirectories(folder.resolve("tree/d/e")).getParent().getParent();
        Files.writeString(tree.resolve("b.log"), "12");
        Files.writeString(tree.resolve("a.txt"), "1");
        Files.writeString(tree.resolve("d/c.txt"), "123");
    }

    @Test
    void listsFilesAndEmptyDirectoriesInOrder() throws WormholeException {
        SourceTree scanned = TreeScanner.scan(SendRequest.ofPaths(tree));
        assertThat(names(scanned)).containsExactly("a.txt", "b.log", "d/c.txt", "d/e/");
        assertThat(scanned.files()).isEqualTo(3);
        assertThat(scanned.bytes()).isEqualTo(6);
    }

    @Test
    void leavesOutWhatIsExcluded() throws WormholeException {
        assertThat(names(scan(false, "*.log"))).containsExactly("a.txt", "d/c.txt", "d/e/");
        assertThat(names(scan(false, "*.txt"))).containsExactly("b.log", "d/e/");
        assertThat(names(scan(false, "d/c.*"))).containsExactly("a.txt", "b.log", "d/e/");
        assertThat(names(scan(false, "d/"))).containsExactly("a.txt", "b.log");
        assertThat(names(scan(false, "d/**", "?.txt"))).containsExactly("b.log", "d/");
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertFails(ErrorCode.USAGE, "[");
    }

    @Test
    void listsSeveralPathsSideBySide() throws WormholeException {
        SendRequest request = SendRequest.ofPaths(tree.resolve("d"), tree.resolve("a.txt"));
        assertThat(names(TreeScanner.scan(request))).containsExactly("d/c.txt", "d/e/", "a.txt");
    }

    @Test
    void refusesTwoPathsOfOneName() {
        SendRequest request = SendRequest.ofPaths(tree.resolve("a.txt"), tree.resolve("d/../a.txt"));
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> TreeScanner.scan(request))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void refusesAPathThatDoesNotExist() {
        SendRequest request = SendRequest.ofPaths(tree, tree.resolve("no"));
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> TreeScanner.scan(request))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_NOT_FOUND));
    }

    @Test
    void followsLinksToFilesAndDirectories() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("x"), "1234");
        Files.createSymbolicLink(tree.resolve("link"), outside);
        Files.createSymbolicLink(tree.resolve("d/e/file"), outside.resolve("x"));
        assertThat(names(scan(false))).containsExactly("a.txt", "b.log", "d/c.txt", "d/e/file", "link/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "loop", "nowhere", "/dev/null"})
    void refusesLinksThatGoInCirclesOrNowhereOrToDevices(String target) throws Exception {
        assumeTrue(!target.startsWith("/") || Files.exists(Path.of(target)));
        Files.createSymbolicLink(tree.resolve("d/loop"), Path.of(target));
        assertFails(ErrorCode.FILE_UNUSABLE);
        SourceTree rest = scan(true);
        assertThat(names(rest)).containsExactly("a.txt", "b.log", "d/c.txt", "d/e/");
        assertThat(rest.leftOut()).isEqualTo(1);
    }

    @Test
    void tellsWhichNamesAReceiverMayRefuse() throws Exception {
        assumeTrue(Files.notExists(tree.resolve("A.TXT")), "this system does not tell upper from lower case");
        assertThat(scan(false).doubts()).isEmpty();
        Files.writeString(tree.resolve("d/e/x\\y"), "1");
        assertThat(scan(false).doubts()).hasValue("the name 'd/e/x\\y', which holds a path separator");
        Files.writeString(tree.resolve("A.TXT"), "1");
        assertThat(scan(false).doubts().orElseThrow())
                .startsWith("2 names, such as 'a.txt', which is the same as another one");
        assertThat(scan(false, "A.*", "**x*").doubts()).isEmpty();
        SendRequest sideBySide = SendRequest.ofPaths(tree.resolve("A.TXT"), tree.resolve("a.txt"));
        assertThat(TreeScanner.scan(sideBySide).doubts().orElseThrow())
                .startsWith("the name 'a.txt', which is the same");
    }

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        Path secret = tree.resolve("d/c.txt");
        assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "nothing is unreadable for root");
        assertFails(ErrorCode.FILE_UNUSABLE);
        assertThat(names(scan(true))).containsExactly("a.txt", "b.log", "d/e/");
    }

    private SourceTree scan(boolean skipUnsendable, String... excludes) throws WormholeException {
        return TreeScanner.scan(new SendRequest(null, null, List.of(tree), null, List.of(excludes), skipUnsendable));
    }

    private void assertFails(ErrorCode code, String... excludes) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> scan(false, excludes))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static List<String> names(SourceTree tree) {
        List<String> names = new ArrayList<>();
        try (EntryLog.Reader entries = tree.entries().read()) {
            while (entries.hasNext()) {
                names.add(entries.next().name());
            }
        }
        return names;
    }
}

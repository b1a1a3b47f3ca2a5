package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.ErrorCode;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.WormholePlugin;
import wormhole.spi.testkit.OfferRun;

class DirectoryOfferTest {
    private static final FileTime TIME = FileTime.from(Instant.parse("2024-02-29T12:34:57Z"));

    private final DirectoryOffer type = new DirectoryOffer();

    @TempDir
    private Path folder;

    private Path tree;
    private Path there;

    @BeforeEach
    void plant() throws IOException {
        tree = Files.createDirectories(folder.resolve("here/tree"));
        there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(tree.resolve("a.txt"), "hello");
    }

    @Test
    void isFoundAsAPlugin() {
        assertThat(ServiceLoader.load(WormholePlugin.class))
                .anySatisfy(plugin -> assertThat(plugin.offerTypes()).hasExactlyElementsOfTypes(DirectoryOffer.class));
    }

    @Test
    void offersWhatTheReferenceOffers() throws Exception {
        try (OutgoingOffer offer = type.prepare(SendRequest.ofPaths(tree)).orElseThrow()) {
            assertThat(offer.body())
                    .isEqualTo(Map.of(
                            "mode",
                            "zipfile/deflated",
                            "dirname",
                            "tree",
                            "zipsize",
                            offer.size().orElseThrow(),
                            "numbytes",
                            5L,
                            "numfiles",
                            1L));
            assertThat(offer.summary()).isEqualTo("directory 'tree' (1 file, 5 bytes)");
        }
    }

    @Test
    void namesSeveralThingsAfterTheFolderTheyAreIn() throws Exception {
        Path other = Files.writeString(folder.resolve("here/other"), "x");
        OfferRun.of(type).transfer(SendRequest.ofPaths(tree, other), ReceiveRequest.into(there));
        assertThat(content(there.resolve("here"))).isEqualTo(Map.of("tree/a.txt", "hello", "other", "x"));
    }

    @Test
    void namesADirectoryByWhatADotMeans() throws Exception {
        try (OutgoingOffer offer =
                type.prepare(SendRequest.ofPaths(tree.resolve("."))).orElseThrow()) {
            assertThat(offer.summary()).startsWith("directory 'tree'");
        }
    }

    @Test
    void leavesSingleFilesToOthers() throws Exception {
        assertThat(type.prepare(SendRequest.ofPaths(tree.resolve("a.txt")))).isEmpty();
        assertThat(type.prepare(SendRequest.ofText("x"))).isEmpty();
    }

    @Test
    void keepsModesTimesAndEmptyDirectories() throws Exception {
        Path tool = Files.writeString(tree.resolve("tool"), "#!");
        Path empty = Files.createDirectory(tree.resolve("empty"));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("r-xr-x---"));
        Files.setLastModifiedTime(tool, TIME);
        Files.setLastModifiedTime(empty, TIME);
        OfferRun.of(type).transfer(SendRequest.ofPaths(tree), ReceiveRequest.into(there));
        Path gotTool = there.resolve("tree/tool");
        Path gotEmpty = there.resolve("tree/empty");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(gotTool)))
                .isEqualTo("rwxr-x--x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(gotEmpty)))
                .isEqualTo("r-xr-x---");
        assertThat(Files.getLastModifiedTime(gotTool)).isEqualTo(TIME);
        assertThat(Files.getLastModifiedTime(gotEmpty)).isEqualTo(TIME);
        assertThat(gotEmpty).isEmptyDirectory();
    }

    @Test
    void saysWhatWouldGoWhere() {
        OfferRun run = OfferRun.of(type).refused();
        assertFails(ErrorCode.REJECTED_HERE, () -> run.transfer(SendRequest.ofPaths(tree), ReceiveRequest.into(there)));
        assertThat(run.receiver().event("offer").text())
                .matches("Receiving directory \\(\\d+ bytes\\) into: 'tree' \\(1 file, 5 bytes unpacked\\)");
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void leavesNothingElseBehind() throws Exception {
        OfferRun run = OfferRun.of(type);
        run.transfer(SendRequest.ofPaths(tree), ReceiveRequest.into(there));
        assertThat(there.toFile().list()).containsExactly("tree");
        assertThat(run.receiver().event("received").fields())
                .containsEntry("path", there.resolve("tree").toString());
    }

    @Test
    void findsAFreeNameBesideIfThatIsWanted() throws Exception {
        Files.createDirectory(there.resolve("tree"));
        ReceiveRequest request = new ReceiveRequest(there, null, false, OnConflict.RENAME);
        OfferRun.of(type).transfer(SendRequest.ofPaths(tree), request);
        assertThat(content(there.resolve("tree (1)"))).isEqualTo(Map.of("a.txt", "hello"));
    }

    @Test
    void doesNotGoToTheOutput() {
        ReceiveRequest request = new ReceiveRequest(there, null, true, OnConflict.FAIL);
        assertFails(ErrorCode.USAGE, () -> OfferRun.of(type).transfer(SendRequest.ofPaths(tree), request));
    }

    @Test
    void namesTheFileThatChanged() throws Exception {
        try (OutgoingOffer offer = type.prepare(SendRequest.ofPaths(tree)).orElseThrow()) {
            Files.writeString(tree.resolve("a.txt"), "hello again");
            OfferRun run = OfferRun.of(type);
            assertFails(ErrorCode.PEER_LOST, () -> run.transfer(offer, ReceiveRequest.into(there)));
            assertThat(run.senderFailure()).hasMessageContaining("a.txt");
            assertThat(run.senderFailure().code()).isEqualTo(ErrorCode.FILE_CHANGED);
        }
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void movesManySmallFiles() throws Exception {
        for (int i = 0; i < 2000; i++) {
            Files.writeString(
                    Files.createDirectories(tree.resolve("d" + i % 50)).resolve("f" + i), "x" + i);
        }
        OfferRun.of(type).transfer(SendRequest.ofPaths(tree), ReceiveRequest.into(there));
        assertThat(content(there.resolve("tree"))).isEqualTo(content(tree)).hasSize(2001);
    }

    @Property(tries = 60)
    void arrivesAsItWasSent(@ForAll("trees") Map<String, String> files) throws Exception {
        Path work = Files.createTempDirectory("wormhole-test");
        try {
            Path root = Files.createDirectory(work.resolve("root"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            ReceiveRequest request = new ReceiveRequest(work, work.resolve("copy"), false, OnConflict.FAIL);
            OfferRun.of(new DirectoryOffer()).transfer(SendRequest.ofPaths(root), request);
            assertThat(content(work.resolve("copy"))).isEqualTo(content(root)).hasSize(files.size());
        } finally {
            deleteAll(work);
        }
    }

    @Provide
    Arbitrary<Map<String, String>> trees() {
        Arbitrary<String> name = Arbitraries.strings()
                .withChars("abcdefgü你-_ ")
                .ofMinLength(1)
                .ofMaxLength(6)
                .map(text -> "n" + text + "n");
        Arbitrary<String> path = name.list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .map(names -> names.stream().map(element -> "d" + element + "/").reduce("", String::concat));
        Arbitrary<String> file = path.flatMap(directory -> name.map(element -> directory + "f" + element));
        return Arbitraries.maps(file, Arbitraries.strings().ascii().ofMaxLength(500))
                .ofMaxSize(12);
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return content;
    }

    private static void deleteAll(Path work) throws IOException {
        try (Stream<Path> paths = Files.walk(work)) {
            List<Path> inside = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        }
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}

package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.plugin.directoryzip.ZipShape.After;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class IncomingArchiveTest {
    private static final long MUCH = 1_000_000;
    private static final int DOS_TIME = 0x585d645c;
    /** Less than the list of a few entries and the end take. */
    private static final long LIST_BYTES = 400;

    @TempDir
    private Path folder;

    private int unpacked;

    @Test
    void keepsNothingButTheListOfWhatKnownSendersSend() throws Exception {
        for (After after : List.of(After.NOTHING, After.DESCRIPTOR, After.WIDE_DESCRIPTOR)) {
            for (boolean deflated : new boolean[] {false, true}) {
                byte[] zip =
                        ZipShape.archive(List.of(shape("a", deflated, after), shape("d/b", deflated, after)), false);
                assertThat(UnpackRun.inPiecesOf(100, zip, MUCH, nextFolder())).isLessThan(LIST_BYTES);
            }
        }
        byte[] ours = new HandMadeZip()
                .file("a", "x".repeat(2000))
                .directory("d/")
                .file("e/f", "")
                .toBytes();
        assertThat(UnpackRun.inPiecesOf(100, ours, MUCH, nextFolder())).isLessThan(LIST_BYTES);
    }

    @Test
    void unpacksBeforeTheListIsThere() throws Exception {
        byte[] zip = new HandMadeZip().file("a", "hello").file("b", "world").toBytes();
        int second = new String(zip, StandardCharsets.ISO_8859_1).indexOf("world");
        Path root = nextFolder();
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> UnpackRun.inPiecesOf(10, Arrays.copyOf(zip, second + 4), MUCH, root));
        assertThat(root.resolve("a")).hasContent("hello");
        assertThat(root.resolve("b")).hasContent("worl");
    }

    @Test
    void noFileFollowsALinkThatCameInThePlaceOfTheFolder() throws Exception {
        byte[] zip = new HandMadeZip()
                .file("a", "x".repeat(2000))
                .file("b", "y")
                .file("d/c", "z")
                .toBytes();
        Path root = nextFolder();
        Path elsewhere = nextFolder();
        Path moved = folder.resolve("moved");
        Spool spool = new Spool(new SeekableInMemoryByteChannel());
        try (DirectoryStream<Path> open = Files.newDirectoryStream(root);
                IncomingArchive incoming = new IncomingArchive(spool, root, new EntryGuard(MUCH, MUCH))) {
            assumeTrue(open instanceof SecureDirectoryStream, "the system cannot hold a folder open");
            incoming.write(ByteBuffer.wrap(zip, 0, 1000));
            Files.move(root, moved);
            Files.createSymbolicLink(root, elsewhere);

            assertThatIOException().isThrownBy(() -> incoming.write(ByteBuffer.wrap(zip, 1000, zip.length - 1000)));
        }
        assertThat(moved.resolve("a")).hasContent("x".repeat(2000));
        assertThat(moved.resolve("b")).hasContent("y");
        // Java cannot create a folder but by its path.
        assertThat(elsewhere).isDirectoryRecursivelyContaining("glob:**/d").isDirectoryNotContaining("glob:**/{a,b}");
        assertThat(elsewhere.resolve("d")).isEmptyDirectory();
    }

    @Test
    void doesNotBeginBehindALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), nextFolder());
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() ->
                        UnpackRun.asAWhole(new HandMadeZip().file("a", "x").toBytes(), MUCH, link));
    }

    @Test
    void endsAnEntryAtAnyByteAPieceEnds() throws Exception {
        byte[] zip = ZipShape.archive(everyShape(), false);
        Path whole = nextFolder();
        UnpackRun.asAWhole(zip, MUCH, whole);
        Map<String, String> expected = UnpackRun.seen(whole);
        for (int length = 1; length <= 200; length++) {
            Path root = nextFolder();
            UnpackRun.inPiecesOf(length, zip, MUCH, root);
            assertThat(UnpackRun.seen(root)).as("pieces of %d", length).isEqualTo(expected);
        }
    }

    private static List<ZipShape> everyShape() {
        List<ZipShape> shapes = new ArrayList<>();
        for (After after : List.of(After.NOTHING, After.DESCRIPTOR, After.WIDE_DESCRIPTOR)) {
            shapes.add(shape("stored-" + after, false, after));
            shapes.add(shape("deflated-" + after, true, after));
        }
        shapes.add(shape("last", true, After.UNMARKED_DESCRIPTOR));
        shapes.add(shape("kept", false, After.NOTHING));
        return shapes;
    }

    @ParameterizedTest
    @EnumSource(
            value = After.class,
            names = {"UNMARKED_DESCRIPTOR", "NO_DESCRIPTOR_ALTHOUGH_PROMISED"})
    void goesBackToWhereAnEntryBeganWhoseEndIsNotFound(After after) throws Exception {
        byte[] zip = ZipShape.archive(
                List.of(shape("a", false, After.NOTHING), shape("b", false, after), shape("c", true, After.NOTHING)),
                false);
        for (long announced : new long[] {0, MUCH}) {
            Path root = nextFolder();
            UnpackRun.inPiecesOf(64, zip, announced, root);
            assertThat(UnpackRun.seen(root)).containsOnlyKeys("a", "b", "c");
            assertThat(root.resolve("b"))
                    .hasBinaryContent(shape("b", false, after).content());
        }
    }

    /** As of an empty file, which a content that begins with it seems to be. */
    private static final String DESCRIPTOR_OF_NOTHING = "PK\7\b\0\0\0\0\0\0\0\0\0\0\0\0";

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "text", "PK\7\b", DESCRIPTOR_OF_NOTHING})
    void contentMayBeginLikeItsEnd(String rest) throws Exception {
        byte[] content = (DESCRIPTOR_OF_NOTHING + rest).getBytes(StandardCharsets.ISO_8859_1);
        for (After after : List.of(After.DESCRIPTOR, After.WIDE_DESCRIPTOR, After.UNMARKED_DESCRIPTOR)) {
            ZipShape shape = new ZipShape("a", content, false, after, 0, DOS_TIME, DOS_TIME, 0100644);
            Path root = nextFolder();
            UnpackRun.inPiecesOf(
                    7, ZipShape.archive(List.of(shape, shape("b", true, After.NOTHING)), false), MUCH, root);
            assertThat(root.resolve("a")).hasBinaryContent(content);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = After.class,
            names = {"DESCRIPTOR", "WIDE_DESCRIPTOR"})
    void anEmptyFileEndsWithEitherDescriptor(After after) throws Exception {
        ZipShape empty = new ZipShape("a", new byte[0], false, after, 0, DOS_TIME, DOS_TIME, 0100644);
        byte[] zip = ZipShape.archive(List.of(empty, shape("b", false, After.DESCRIPTOR)), false);
        Path root = nextFolder();
        assertThat(UnpackRun.inPiecesOf(7, zip, MUCH, root)).isLessThan(LIST_BYTES);
        assertThat(root.resolve("a")).isEmptyFile();
    }

    /** Only somebody's intention lays out such a content. It costs the transfer, but nothing wrong is taken for it. */
    @Test
    void refusesContentThatPretendsToEndBeforeAnotherEntry() throws Exception {
        byte[] content = (DESCRIPTOR_OF_NOTHING + "PK\3\4").getBytes(StandardCharsets.ISO_8859_1);
        ZipShape shape = new ZipShape("a", content, false, After.DESCRIPTOR, 0, DOS_TIME, DOS_TIME, 0100644);
        assertRefused(ZipShape.archive(List.of(shape), false), MUCH);
    }

    @Test
    void takesTimesAndModesFromTheListIfTheHeadersSayOthers() throws Exception {
        ZipShape tool = new ZipShape("tool", new byte[3], false, After.NOTHING, 0, DOS_TIME, DOS_TIME + 4, 0100755);
        byte[] zip = ZipShape.archive(List.of(tool), false);
        Path whole = nextFolder();
        Path root = nextFolder();
        UnpackRun.asAWhole(zip, MUCH, whole);
        assertThat(UnpackRun.inPiecesOf(1000, zip, MUCH, root)).isLessThan(LIST_BYTES);
        assertThat(UnpackRun.seen(root)).isEqualTo(UnpackRun.seen(whole));
    }

    @Test
    void refusesEntriesThatTheListKeepsQuietAbout() throws Exception {
        byte[] full =
                ZipShape.archive(List.of(shape("a", false, After.NOTHING), shape("b", false, After.NOTHING)), false);
        byte[] one = ZipShape.archive(List.of(shape("a", false, After.NOTHING)), false);
        int oneEntry = new String(one, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        int bothEntries = new String(full, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        byte[] list = Arrays.copyOfRange(one, oneEntry, one.length);
        byte[] zip = Arrays.copyOf(full, bothEntries + list.length);
        System.arraycopy(list, 0, zip, bothEntries, list.length);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 6, bothEntries);
        assertRefused(zip, MUCH);
    }

    @Test
    void refusesABombBeforeItIsUnpacked() throws Exception {
        byte[] zeros = new byte[3 * (int) EntryGuard.SLACK_BYTES];
        for (After after : After.values()) {
            ZipShape bomb = new ZipShape("bomb", zeros, true, after, 0, DOS_TIME, DOS_TIME, 0100644);
            Path root = assertRefused(ZipShape.archive(List.of(bomb), false), 10);
            assertThat(bytesIn(root)).isLessThanOrEqualTo(10 + EntryGuard.SLACK_BYTES);
        }
    }

    /** Every byte of it, changed, so that headers, contents, descriptors and the list each lie once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 0x40})
    void refusesOrTakesAlikeWhateverByteIsChanged(int change) throws Exception {
        byte[] zip = ZipShape.archive(
                List.of(
                        shape("a", false, After.DESCRIPTOR),
                        shape("b", true, After.DESCRIPTOR),
                        shape("c", true, After.NOTHING)),
                false);
        List<Integer> refusedOnlyAsItComes = new ArrayList<>();
        for (int at = 0; at < zip.length; at++) {
            byte[] changed = zip.clone();
            changed[at] ^= (byte) change;
            Map<String, String> whole = outcome(root -> UnpackRun.asAWhole(changed, MUCH, root));
            Map<String, String> streamed = outcome(root -> UnpackRun.inPiecesOf(50, changed, MUCH, root));
            if (!whole.equals(streamed)) {
                assertThat(streamed).as("byte %d", at).isEqualTo(Map.of("refused", ""));
                refusedOnlyAsItComes.add(at);
            }
        }
        // Compression without an end, and a list that says another packed size than the descriptor.
        int contentOfB = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 100) + 31;
        int listedB = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2", zip.length - 100);
        assertThat(List.of(contentOfB, listedB + 20)).containsAll(refusedOnlyAsItComes);
    }

    @Property(tries = 300)
    void comesOutAlikeHoweverItIsLaidOut(
            @ForAll("archives") List<ZipShape> shapes,
            @ForAll boolean backwards,
            @ForAll @IntRange(min = 1, max = 3000) int piece)
            throws Exception {
        byte[] zip = ZipShape.archive(shapes, backwards);
        Path work = Files.createTempDirectory("wormhole-test");
        try {
            Path whole = Files.createDirectory(work.resolve("whole"));
            Path root = Files.createDirectory(work.resolve("streamed"));
            UnpackRun.asAWhole(zip, MUCH, whole);
            UnpackRun.inPiecesOf(piece, zip, MUCH, root);
            assertThat(UnpackRun.seen(root)).isEqualTo(UnpackRun.seen(whole)).hasSize(shapes.size());
        } finally {
            UnpackRun.deleteAll(work);
        }
    }

    /** Contents that are full of what looks like the beginning of something else, though not laid out to be taken for an end. */
    @Provide
    Arbitrary<List<ZipShape>> archives() {
        Arbitrary<String> content = Arbitraries.of(
                        "PK\7\b", "PK\3\4", "PK\1\2", "P", "K", "\7", "\b", "\0\0\0\0", "text")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.matches("(?s)PK\7\b\0{12}(\0{8})?(PK.*)?"));
        Arbitrary<Integer> gap = Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(1, 7));
        Arbitrary<Integer> mode = Arbitraries.of(0100644, 0100755, 0100600, 0100444, 0);
        Arbitrary<ZipShape> shape = Combinators.combine(
                        content,
                        Arbitraries.of(true, false),
                        Arbitraries.of(After.class),
                        gap,
                        Arbitraries.of(0, 4),
                        mode)
                .as((text, deflated, after, before, later, bits) -> new ZipShape(
                        "x",
                        text.getBytes(StandardCharsets.ISO_8859_1),
                        deflated,
                        after,
                        before,
                        DOS_TIME,
                        DOS_TIME + later,
                        bits));
        return shape.list()
                .ofMaxSize(6)
                .map(shapes -> IntStream.range(0, shapes.size())
                        .mapToObj(i -> shapes.get(i).named("f" + i))
                        .toList());
    }

    private static ZipShape shape(String name, boolean deflated, After after) {
        byte[] content = (name + " PK\7\b and some more of it, ").repeat(20).getBytes(StandardCharsets.UTF_8);
        return new ZipShape(name, content, deflated, after, 0, DOS_TIME, DOS_TIME, 0100644);
    }

    private Path nextFolder() throws IOException {
        return Files.createDirectory(folder.resolve(String.valueOf(unpacked++)));
    }

    /** What came out, or that nothing did. */
    private Map<String, String> outcome(Unpacking unpacking) throws IOException {
        Path root = nextFolder();
        try {
            unpacking.into(root);
            return UnpackRun.seen(root);
        } catch (WormholeException e) {
            return new TreeMap<>(Map.of("refused", ""));
        }
    }

    private Path assertRefused(byte[] zip, long announced) throws IOException {
        Path root = nextFolder();
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> UnpackRun.inPiecesOf(100, zip, announced, root))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INTEGRITY));
        return root;
    }

    private static long bytesIn(Path root) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root)) {
            for (Path each : files) {
                bytes += Files.size(each);
            }
        }
        return bytes;
    }

    private interface Unpacking {
        void into(Path root) throws WormholeException;
    }
}

package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.json.JsonTree;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.OfferRun;

/** Receives the archives of a hostile peer ({@code vectors/zips.json}), and some more of their kind. */
class HostileArchiveTest {
    @TempDir
    private Path folder;

    private Path there;

    record Vector(String name, byte[] zip, long numbytes, long numfiles, String expect) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void makeDestination() throws IOException {
        there = Files.createDirectory(folder.resolve("there"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void keepsAllOrNothing(Vector vector) throws Exception {
        boolean accepted = received(vector.zip(), vector.numbytes(), vector.numfiles());
        if (vector.expect().startsWith("accept:") || vector.expect().equals("accept")) {
            assertThat(accepted).as(vector.expect()).isTrue();
        }
        if (vector.expect().startsWith("reject") || vector.expect().startsWith("stop")) {
            assertThat(accepted).as(vector.expect()).isFalse();
        }
    }

    @Test
    void takesTheControlAsItIs() throws Exception {
        Vector control = vectors().get(0);
        assertThat(received(control.zip(), control.numbytes(), control.numfiles()))
                .isTrue();
        assertThat(there.resolve("target/a.txt")).hasContent("hello");
        assertThat(there.resolve("target/d/run.sh")).hasContent("#!/bin/sh\n");
    }

    @Test
    void stripsSetuidAndItsLike() throws Exception {
        byte[] zip = new HandMadeZip().mode(0107755).file("tool", "x").toBytes();
        assertThat(received(zip, 1)).isTrue();
        assertThat((int) Files.getAttribute(there.resolve("target/tool"), "unix:mode"))
                .isEqualTo(0100755);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0100000, 0100200})
    void keepsFilesReadableWhateverTheirMode(int mode) throws Exception {
        assertThat(received(new HandMadeZip().mode(mode).file("a", "x").toBytes(), 1))
                .isTrue();
        assertThat((int) Files.getAttribute(there.resolve("target/a"), "unix:mode") & 0400)
                .isEqualTo(0400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0120777, 0010644, 0020644, 0060644, 0140644})
    void refusesLinksAndSpecialFiles(int mode) throws Exception {
        assertThat(received(new HandMadeZip().mode(mode).file("a", "x").toBytes(), 1))
                .isFalse();
    }

    @Test
    void refusesNamesThatDifferInCaseOnly() throws Exception {
        assertThat(received(
                        new HandMadeZip()
                                .file("Makefile", "1")
                                .file("makefile", "2")
                                .toBytes(),
                        2))
                .isFalse();
        assertThat(received(new HandMadeZip().file("A/x", "1").file("a/y", "2").toBytes(), 2))
                .isFalse();
    }

    @Test
    void refusesAFileThatIsAlsoADirectory() throws Exception {
        assertThat(received(new HandMadeZip().file("a/b", "1").file("a", "2").toBytes(), 2))
                .isFalse();
        assertThat(received(new HandMadeZip().file("a", "1").directory("a/").toBytes(), 2))
                .isFalse();
    }

    @Test
    void takesADirectoryThatIsListedAfterItsContent() throws Exception {
        assertThat(received(
                        new HandMadeZip()
                                .file("a/b", "1")
                                .mode(040555)
                                .directory("a/")
                                .toBytes(),
                        1))
                .isTrue();
        assertThat((int) Files.getAttribute(there.resolve("target/a"), "unix:mode"))
                .isEqualTo(040555);
    }

    @Test
    void refusesADirectoryThatIsListedTwice() throws Exception {
        assertThat(received(new HandMadeZip().directory("a/").directory("a/").toBytes(), 0))
                .isFalse();
    }

    @Test
    void refusesDamagedContent() throws Exception {
        byte[] zip = new HandMadeZip().file("a", "content").toBytes();
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("content");
        zip[at] ^= 1;
        assertThat(received(zip, 7)).isFalse();
    }

    @Test
    void refusesAnotherNameInTheLocalHeader() throws Exception {
        byte[] zip = new HandMadeZip().file("good", "x").toBytes();
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("good");
        zip[at] = 'G';
        assertThat(received(zip, 1)).isFalse();
    }

    @Test
    void refusesEntriesThatShareTheirContent() throws Exception {
        byte[] zip = new HandMadeZip().file("a", "x").listedAgain().toBytes();
        assertThat(received(zip, 2)).isFalse();
    }

    @Test
    void refusesMoreThanWasAnnounced() throws Exception {
        String much = "x".repeat((int) EntryGuard.SLACK_BYTES + 2);
        assertThat(received(new HandMadeZip().file("a", much).toBytes(), 1)).isFalse();
    }

    @Test
    void refusesMoreFilesThanWereAnnouncedAndCountsNoDirectories() throws Exception {
        HandMadeZip zip = new HandMadeZip().directory("d/").file("d/a", "1").file("d/b", "2");

        assertThat(received(zip.toBytes(), 2, 1)).isFalse();
        assertThat(received(zip.toBytes(), 2, 2)).isTrue();
    }

    @Test
    void refusesANameThatIsNotUtf8AlthoughItClaimsToBe() throws Exception {
        byte[] zip = new HandMadeZip().file("caf\u00e9", "x").toBytes();
        byte[] name = "caf\u00e9".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + name.length <= zip.length; at++) {
            if (Arrays.equals(zip, at, at + name.length, name, 0, name.length)) {
                zip[at + name.length - 1] = 'x';
            }
        }

        assertThat(received(zip, 1)).isFalse();
    }

    @Test
    void refusesADeeperTreeThanAnybodyHas() throws Exception {
        assertThat(received(new HandMadeZip().file("d/".repeat(300) + "f", "x").toBytes(), 1))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 21, 22, 100, 1000})
    void refusesWhatIsNoArchive(int length) throws Exception {
        assertThat(received(new byte[length], 0)).isFalse();
    }

    @Test
    void refusesEveryArchiveThatIsCutOffSomewhere() throws Exception {
        byte[] zip = vectors().get(0).zip();
        for (int length = 0; length < zip.length; length++) {
            assertThat(received(Arrays.copyOf(zip, length), 15))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesImpossibleOffersBeforeAcceptingThem(String field, Object value) {
        Map<String, Object> body = new HashMap<>(body(22, 0, 1));
        body.put(field, value);
        OfferRun run = OfferRun.of(new DirectoryOffer());
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> run.receive(body, new byte[22], ReceiveRequest.into(there)));
        assertThat(run.receiver().events()).isEmpty();
        assertThat(there).isEmptyDirectory();
    }

    static Object[][] badBodies() {
        return new Object[][] {
            {"mode", "tarball/xz"},
            {"mode", 5},
            {"dirname", ".."},
            {"dirname", "a/"},
            {"dirname", 5},
            {"zipsize", -1L},
            {"zipsize", 5.5},
            {"zipsize", Long.MAX_VALUE},
            {"zipsize", 1L << 59},
            {"numbytes", -1L},
            {"numbytes", Long.MAX_VALUE},
            {"numbytes", 1L << 59},
            {"numbytes", "5"},
            {"numfiles", -1L},
            {"numfiles", true},
        };
    }

    /** Whether it was accepted, which must not depend on whether it is unpacked as it comes or when all of it is there. */
    private boolean received(byte[] zip, long numbytes) throws IOException {
        return received(zip, numbytes, 1000);
    }

    private boolean received(byte[] zip, long numbytes, long numfiles) throws IOException {
        boolean whole =
                received(zip, numbytes, numfiles, new ReceiveRequest(there, null, false, OnConflict.FAIL, true));
        Map<String, String> expected = UnpackRun.seen(there);
        if (whole) {
            Files.move(there.resolve("target"), folder.resolve("whole"));
        }
        boolean streamed = received(zip, numbytes, numfiles, ReceiveRequest.into(there));
        assertThat(streamed).isEqualTo(whole);
        assertThat(UnpackRun.seen(there)).isEqualTo(expected);
        return streamed;
    }

    /** Whether it was accepted; either way the destination holds all or nothing, and nothing is beside it. */
    private boolean received(byte[] zip, long numbytes, long numfiles, ReceiveRequest request) throws IOException {
        try {
            OfferRun.of(new DirectoryOffer()).receive(body(zip.length, numbytes, numfiles), zip, request);
            assertThat(there.toFile().list()).containsExactly("target");
            return true;
        } catch (WormholeException e) {
            assertThat(e.code()).isIn(ErrorCode.INTEGRITY, ErrorCode.MALFORMED_PEER_MESSAGE);
            assertThat(there).isEmptyDirectory();
            return false;
        } finally {
            assertThat(folder.toFile().list()).isSubsetOf("there", "whole");
        }
    }

    private static Map<String, Object> body(long zipsize, long numbytes, long numfiles) {
        return Map.of(
                "mode",
                "zipfile/deflated",
                "dirname",
                "target",
                "zipsize",
                zipsize,
                "numbytes",
                numbytes,
                "numfiles",
                numfiles);
    }

    static List<Vector> vectors() throws IOException, WormholeException {
        List<Vector> vectors = new ArrayList<>();
        try (InputStream json = HostileArchiveTest.class.getResourceAsStream("/vectors/zips.json")) {
            for (PeerValue vector :
                    JsonTree.readPeer(json.readAllBytes(), "vectors").elements(1000)) {
                vectors.add(new Vector(
                        vector.field("name").text(100),
                        HexFormat.of().parseHex(vector.field("zip_hex").text(1_000_000)),
                        vector.field("numbytes").wholeNumber(0, Long.MAX_VALUE),
                        vector.field("numfiles").wholeNumber(0, Long.MAX_VALUE),
                        vector.field("expect").text(1000)));
            }
        }
        return vectors;
    }
}

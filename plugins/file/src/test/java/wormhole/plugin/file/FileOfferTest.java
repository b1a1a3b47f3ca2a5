package wormhole.plugin.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.WormholePlugin;
import wormhole.spi.testkit.OfferRun;

class FileOfferTest {
    private static final byte[] FIVE = "12345".getBytes(StandardCharsets.UTF_8);

    private final FileOffer type = new FileOffer();

    @TempDir
    private Path folder;

    private Path here;
    private Path there;

    @BeforeEach
    void makeFolders() throws IOException {
        here = Files.createDirectory(folder.resolve("here"));
        there = Files.createDirectory(folder.resolve("there"));
    }

    @Test
    void isFoundAsAPlugin() {
        assertThat(ServiceLoader.load(WormholePlugin.class))
                .anySatisfy(plugin -> assertThat(plugin.offerTypes()).hasExactlyElementsOfTypes(FileOffer.class));
    }

    @Test
    void offersNameAndSize() throws Exception {
        try (OutgoingOffer offer = prepare(SendRequest.ofPaths(file("a.bin", FIVE)))) {
            assertThat(offer.body()).isEqualTo(Map.of("filename", "a.bin", "filesize", 5L));
            assertThat(offer.summary()).isEqualTo("'a.bin' (5 bytes)");
            assertThat(offer.size()).hasValue(5);
        }
    }

    @Test
    void warnsOfANameThatAReceiverLikeThisOneRefuses() throws Exception {
        try (OutgoingOffer usual = prepare(SendRequest.ofPaths(file("a b.bin", FIVE)));
                OutgoingOffer odd = prepare(SendRequest.ofPaths(file("a\\b", FIVE)))) {
            assertThat(usual.caution()).isEmpty();
            assertThat(odd.caution())
                    .hasValueSatisfying(text -> assertThat(text).contains("a path separator", "--name"));
        }
    }

    @Test
    void offersAnotherNameIfOneIsChosen() throws Exception {
        SendRequest request = new SendRequest(null, null, List.of(file("a.bin", FIVE)), "other", List.of(), false);
        try (OutgoingOffer offer = prepare(request)) {
            assertThat(offer.body()).isEqualTo(Map.of("filename", "other", "filesize", 5L));
        }
    }

    @Test
    void offersAFileUnderTheNameOfTheLinkToIt() throws Exception {
        Path link = Files.createSymbolicLink(here.resolve("link"), file("a.bin", FIVE));
        try (OutgoingOffer offer = prepare(SendRequest.ofPaths(link))) {
            assertThat(offer.body()).isEqualTo(Map.of("filename", "link", "filesize", 5L));
        }
    }

    @Test
    void leavesDirectoriesAndSeveralPathsToOthers() throws Exception {
        Path file = file("a.bin", FIVE);
        assertThat(type.prepare(SendRequest.ofPaths(here))).isEmpty();
        assertThat(type.prepare(SendRequest.ofPaths(file, file))).isEmpty();
        assertThat(type.prepare(SendRequest.ofText("x"))).isEmpty();
    }

    @Test
    void findsOutAtOnceThatThereIsNoFile() throws IOException {
        assertFails(ErrorCode.FILE_NOT_FOUND, () -> prepare(SendRequest.ofPaths(here.resolve("no"))));
        Path dangling = Files.createSymbolicLink(here.resolve("dangling"), here.resolve("no"));
        assertFails(ErrorCode.FILE_NOT_FOUND, () -> prepare(SendRequest.ofPaths(dangling)));
    }

    @Test
    void refusesALoopOfLinks() throws IOException {
        Path loop = Files.createSymbolicLink(here.resolve("loop"), Path.of("loop"));
        assertFails(ErrorCode.FILE_UNUSABLE, () -> prepare(SendRequest.ofPaths(loop)));
    }

    @Test
    void refusesADevice() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        assertFails(ErrorCode.FILE_UNUSABLE, () -> prepare(SendRequest.ofPaths(device)));
    }

    @Test
    void refusesAFifoWithoutWaitingForAWriter() throws Exception {
        Path fifo = here.resolve("fifo");
        assumeTrue(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0);
        assertFails(ErrorCode.FILE_UNUSABLE, () -> prepare(SendRequest.ofPaths(fifo)));
    }

    @Test
    void refusesAFileThatDoesNotTellItsSize() {
        Path madeUp = Path.of("/proc/version");
        assumeTrue(Files.isReadable(madeUp), "only Linux has it");
        assertFails(ErrorCode.FILE_UNUSABLE, () -> prepare(SendRequest.ofPaths(madeUp)));
    }

    @Test
    void refusesAnUnreadableFile() throws IOException {
        Path file = file("a.bin", FIVE);
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "nothing is unreadable for root");
        assertFails(ErrorCode.FILE_UNUSABLE, () -> prepare(SendRequest.ofPaths(file)));
    }

    @Test
    void refusesAChosenNameThatIsAPath() {
        SendRequest request = new SendRequest(null, InputStream.nullInputStream(), List.of(), "a/b", List.of(), false);
        assertFails(ErrorCode.USAGE, () -> prepare(request));
    }

    @Test
    void sendsWhatAStreamHolds() throws Exception {
        SendRequest request = new SendRequest(null, new ByteArrayInputStream(FIVE), List.of(), null, List.of(), false);
        OfferRun.of(type).transfer(request, ReceiveRequest.into(there));
        assertThat(there.resolve("stdin")).hasBinaryContent(FIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 16_383, 16_384, 16_385, 3_000_000})
    void arrivesAsItWasSent(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        OfferRun run = OfferRun.of(type);
        run.transfer(SendRequest.ofPaths(file("a.bin", content)), ReceiveRequest.into(there));
        assertThat(there.resolve("a.bin")).hasBinaryContent(content);
        assertThat(there.toFile().list()).containsExactly("a.bin");
        assertThat(run.receiver().event("received").fields())
                .containsEntry("path", there.resolve("a.bin").toString())
                .containsEntry("size", (long) size)
                .containsKey("sha256");
    }

    @Test
    void saysWhatWouldGoWhere() throws Exception {
        OfferRun run = OfferRun.of(type).refused();
        assertFails(
                ErrorCode.REJECTED_HERE,
                () -> run.transfer(SendRequest.ofPaths(file("a.bin", FIVE)), ReceiveRequest.into(there)));
        assertThat(run.receiver().event("offer").text()).isEqualTo("Receiving file (5 bytes) into: 'a.bin'");
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void goesToTheOutputIfThatIsWanted() throws Exception {
        OfferRun run = OfferRun.of(type);
        ReceiveRequest request = new ReceiveRequest(there, null, true, OnConflict.FAIL);
        run.transfer(SendRequest.ofPaths(file("a.bin", FIVE)), request);
        assertThat(run.receiver().outputBytes()).isEqualTo(FIVE);
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void isRefusedBeforeItIsAcceptedIfTheNameIsTaken() throws Exception {
        Files.writeString(there.resolve("a.bin"), "old");
        OfferRun run = OfferRun.of(type);
        assertFails(
                ErrorCode.FILE_EXISTS,
                () -> run.transfer(SendRequest.ofPaths(file("a.bin", FIVE)), ReceiveRequest.into(there)));
        assertThat(run.receiver().events()).isEmpty();
        assertThat(there.resolve("a.bin")).hasContent("old");
    }

    @Test
    void isDeclinedWithoutFailingIfATakenNameIsToBeSkipped() throws Exception {
        Files.writeString(there.resolve("a.bin"), "old");
        OfferRun run = OfferRun.of(type);
        ReceiveRequest request = new ReceiveRequest(there, null, false, OnConflict.SKIP);
        assertFails(ErrorCode.REJECTED_BY_PEER, () -> run.transfer(SendRequest.ofPaths(file("a.bin", FIVE)), request));
        assertThat(run.receiver().event("skipped").text()).isNotEmpty();
    }

    @Test
    void leavesNothingBehindIfThePeerGoesAway() {
        Map<String, Object> body = Map.of("filename", "a.bin", "filesize", 10L);
        assertFails(ErrorCode.PEER_LOST, () -> OfferRun.of(type).receive(body, FIVE, ReceiveRequest.into(there)));
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void stopsAtTheAnnouncedSize() {
        Map<String, Object> body = Map.of("filename", "a.bin", "filesize", 3L);
        assertFails(ErrorCode.INTEGRITY, () -> OfferRun.of(type).receive(body, FIVE, ReceiveRequest.into(there)));
        assertThat(there).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shrinks", "grows"})
    void isNotSentIfItChangesAfterTheOffer(String how) throws Exception {
        Path file = file("a.bin", FIVE);
        try (OutgoingOffer offer = prepare(SendRequest.ofPaths(file))) {
            Files.writeString(file, how.equals("shrinks") ? "1" : "123456789");
            OfferRun run = OfferRun.of(type);
            assertFails(ErrorCode.PEER_LOST, () -> run.transfer(offer, ReceiveRequest.into(there)));
            assertThat(there).isEmptyDirectory();
            assertThat(run.senderFailure().code()).isEqualTo(ErrorCode.FILE_CHANGED);
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(here.resolve(name), content);
    }

    private OutgoingOffer prepare(SendRequest request) throws WormholeException {
        return type.prepare(request).orElseThrow();
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}

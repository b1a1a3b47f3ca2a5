package wormhole.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class DestinationTest {
    private static final PeerValue NAME = PeerValue.of("photo.jpg", "filename");

    private final RecordingUserInterface ui = new RecordingUserInterface();

    @TempDir
    private Path folder;

    @Test
    void isTheOfferedNameInTheUsualFolder() throws WormholeException {
        assertThat(file(request(null, OnConflict.FAIL))).isEqualTo(folder.resolve("photo.jpg"));
    }

    @Test
    void isTheOfferedNameInAChosenFolder() throws Exception {
        Path chosen = Files.createDirectory(folder.resolve("chosen"));
        assertThat(file(request(chosen, OnConflict.FAIL))).isEqualTo(chosen.resolve("photo.jpg"));
    }

    @Test
    void isAChosenFileWhateverNameIsOffered() throws WormholeException {
        Path chosen = folder.resolve("mine.jpg");
        PeerValue bad = PeerValue.of("..", "filename");
        assertThat(Destination.forFile(request(chosen, OnConflict.FAIL), bad, ui)
                        .orElseThrow()
                        .path())
                .isEqualTo(chosen);
    }

    @Test
    void refusesABadNameWhereItCounts() {
        PeerValue bad = PeerValue.of("..", "filename");
        assertFails(
                ErrorCode.MALFORMED_PEER_MESSAGE, () -> Destination.forFile(request(null, OnConflict.FAIL), bad, ui));
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertFails(ErrorCode.FILE_NOT_FOUND, () -> file(request(folder.resolve("no/file"), OnConflict.FAIL)));
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        assertFails(ErrorCode.FILE_UNUSABLE, () -> file(request(notAFolder.resolve("x"), OnConflict.FAIL)));
    }

    @Test
    void refusesAFolderThatCannotBeWrittenTo() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "root can write anywhere");
        assertFails(ErrorCode.FILE_UNUSABLE, () -> file(request(locked, OnConflict.FAIL)));
    }

    @Test
    void refusesATakenName() throws IOException {
        Files.createFile(folder.resolve("photo.jpg"));
        assertFails(ErrorCode.FILE_EXISTS, () -> file(request(null, OnConflict.FAIL)));
    }

    @Test
    void takesALinkThatLeadsNowhereForATakenName() throws IOException {
        Files.createSymbolicLink(folder.resolve("photo.jpg"), folder.resolve("nowhere"));
        assertFails(ErrorCode.FILE_EXISTS, () -> file(request(null, OnConflict.FAIL)));
    }

    @Test
    void findsAFreeNameBeside() throws Exception {
        Files.createFile(folder.resolve("photo.jpg"));
        Files.createFile(folder.resolve("photo (1).jpg"));
        assertThat(file(request(null, OnConflict.RENAME))).isEqualTo(folder.resolve("photo (2).jpg"));
    }

    @Test
    void keepsAFreeNameWithin255Bytes() throws Exception {
        String name = "ü".repeat(125) + ".jpg";
        Files.createFile(folder.resolve(name));
        PeerValue offered = PeerValue.of(name, "filename");
        Path free = Destination.forFile(request(null, OnConflict.RENAME), offered, ui)
                .orElseThrow()
                .path();
        assertThat(free).hasFileName("ü".repeat(123) + " (1).jpg");
    }

    @Test
    void isNowhereIfATakenNameIsToBeSkipped() throws Exception {
        Files.createFile(folder.resolve("photo.jpg"));
        assertThat(Destination.forFile(request(null, OnConflict.SKIP), NAME, ui))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rename,photo (1).jpg", "overwrite,photo.jpg"})
    void asksWhatToDo(String answer, String name) throws Exception {
        Files.createFile(folder.resolve("photo.jpg"));
        ui.answering(answer);
        assertThat(file(request(null, OnConflict.ASK))).isEqualTo(folder.resolve(name));
        assertThat(ui.questions().get(0).id()).isEqualTo("conflict");
    }

    @Test
    void tellsWhatIsOfferedBeforeItAsks() throws Exception {
        Files.createFile(folder.resolve("photo.jpg"));
        ui.answering("skip");
        assertThat(Destination.forFile(request(null, OnConflict.ASK), NAME, ui, "a photo"))
                .isEmpty();
        assertThat(ui.event("offer").text()).isEqualTo("a photo");
    }

    @Test
    void refusesATakenNameIfThereIsNobodyToAsk() throws IOException {
        Files.createFile(folder.resolve("photo.jpg"));
        assertFails(ErrorCode.FILE_EXISTS, () -> file(request(null, OnConflict.ASK)));
    }

    @Test
    void neverPutsAFileInPlaceOfAFolder() throws IOException {
        Files.createDirectory(folder.resolve("photo.jpg"));
        assertFails(ErrorCode.FILE_EXISTS, () -> file(request(null, OnConflict.OVERWRITE)));
    }

    @Test
    void refusesMoreThanThereIsRoomFor() throws WormholeException {
        Destination destination = Destination.of(folder.resolve("x"), false, OnConflict.FAIL);
        assertFails(ErrorCode.NO_SPACE, () -> destination.checkRoomFor(Long.MAX_VALUE));
        destination.checkRoomFor(0);
    }

    private Path file(ReceiveRequest request) throws WormholeException {
        Optional<Destination> destination = Destination.forFile(request, NAME, ui);
        return destination.orElseThrow().path();
    }

    private ReceiveRequest request(Path output, OnConflict onConflict) {
        return new ReceiveRequest(folder, output, false, onConflict);
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}

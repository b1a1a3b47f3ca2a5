package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.Event;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.OfferRun;

/** What the receiver is told when an archive holds less than was announced. */
class ShortfallTest {
    private final OfferRun run = OfferRun.of(new DirectoryOffer());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void missingFilesAndBytesAreToldAndWhatCameIsKept(boolean keepPartial) throws Exception {
        byte[] zip = new HandMadeZip().file("a", "hello").directory("d/").toBytes();
        receive(zip, 3, 12, keepPartial);
        Event told = run.receiver().event("shortfall");
        assertThat(told.level()).isEqualTo(Event.Level.WARNING);
        assertThat(told.text())
                .isEqualTo("Less came than was announced. Missing: 2 of 3 files, 7 bytes of 12 bytes. "
                        + "Ask the sender what was left out.");
        assertThat(told.fields())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("files", 1L, "bytes", 5L, "announced-files", 3L, "announced-bytes", 12L));
        assertThat(folder.resolve("target/a")).hasContent("hello");
    }

    @Test
    void anEmptyFileIsMissedToo() throws Exception {
        receive(new HandMadeZip().file("a", "hello").toBytes(), 2, 5, false);
        assertThat(run.receiver().event("shortfall").text()).contains("Missing: 1 of 2 files. Ask");
    }

    @Test
    void bytesAreMissedAlthoughAllFilesCame() throws Exception {
        receive(new HandMadeZip().file("a", "").toBytes(), 1, 2_000_000, false);
        assertThat(run.receiver().event("shortfall").text()).contains("Missing: 2.0 MB of 2.0 MB. Ask");
    }

    @Test
    void nothingOfAllThatWasAnnouncedIsLessToo() throws Exception {
        receive(new HandMadeZip().toBytes(), 1, 0, false);
        assertThat(run.receiver().event("shortfall").text()).contains("Missing: 1 of 1 file. Ask");
    }

    @Test
    void aFileThatGrewALittleAfterItWasPackedIsNoShortfall() throws Exception {
        receive(new HandMadeZip().file("log", "x".repeat(1000)).toBytes(), 1, 1010, false);
        assertThat(wasTold()).isFalse();
        assertThat(new Contents(1, 10_000_000).shortfall(new Contents(1, 9_935_000)))
                .isEmpty();
        assertThat(new Contents(1, 10_000_000).shortfall(new Contents(1, 9_934_000)))
                .isPresent();
    }

    @Test
    void ourOwnFoldersHoldWhatWasAnnounced() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("here/tree"));
        Files.createDirectories(tree.resolve("empty/inside"));
        Files.createDirectory(tree.resolve("full"));
        Files.writeString(tree.resolve("full/a"), "hello");
        Files.writeString(tree.resolve("none"), "");
        Files.createSymbolicLink(tree.resolve("link"), tree.resolve("full/a"));
        Files.createSymbolicLink(tree.resolve("folder"), tree.resolve("full"));
        run.transfer(SendRequest.ofPaths(tree), ReceiveRequest.into(folder));
        assertThat(folder.resolve("tree/folder/a")).hasContent("hello");
        assertThat(wasTold()).isFalse();
    }

    private boolean wasTold() {
        return run.receiver().events().stream().anyMatch(event -> event.name().equals("shortfall"));
    }

    private void receive(byte[] zip, long files, long bytes, boolean keepPartial) throws WormholeException {
        Map<String, Object> offer = Map.of(
                "mode",
                DirectoryOffer.MODE,
                "dirname",
                "target",
                "zipsize",
                (long) zip.length,
                "numbytes",
                bytes,
                "numfiles",
                files);
        run.receive(offer, zip, new ReceiveRequest(folder, null, false, OnConflict.FAIL, keepPartial));
    }
}

package wormhole.plugin.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.FaultyFiles;
import wormhole.spi.testkit.OfferRun;

/** A file transfer over a file system that fails once, at every operation there is. */
class FaultyDiskTest {
    private static final byte[] CONTENT = new byte[300_000];
    private static final byte[] OLD = "old".getBytes(UTF_8);
    private static final int MOST = 1000;

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = OnConflict.class,
            names = {"FAIL", "RENAME", "OVERWRITE"})
    void whateverFailsTheDestinationIsOldOrComplete(OnConflict onConflict) throws Exception {
        int failing = 1;
        while (receive(failing, onConflict)) {
            failing++;
            assertThat(failing).isLessThan(MOST);
        }
        assertThat(failing).as("operations that failed").isGreaterThan(8);
    }

    /** Whether anything failed. */
    private boolean receive(int failing, OnConflict onConflict) throws Exception {
        Path here = Files.write(folder.resolve("data.bin"), CONTENT);
        Path there = Files.createTempDirectory(folder, "there");
        Path old = onConflict == OnConflict.FAIL ? there.resolve("other") : there.resolve("data.bin");
        Files.write(old, OLD);
        FaultyFiles disk = FaultyFiles.over(there, failing);
        boolean received = true;
        OfferRun run = OfferRun.of(new FileOffer());
        try {
            run.transfer(SendRequest.ofPaths(here), new ReceiveRequest(disk.folder(), null, false, onConflict));
        } catch (WormholeException e) {
            received = false;
            assertThat(e.code())
                    .as(disk.failure())
                    .isIn(ErrorCode.FILE_UNUSABLE, ErrorCode.FILE_NOT_FOUND, ErrorCode.FILE_EXISTS);
            assertThat(run.senderFailure() == null && !disk.hasStruck()).isFalse();
        }
        assertLeft(there, old, received, onConflict, disk.failure());
        return disk.hasStruck();
    }

    private static void assertLeft(Path there, Path old, boolean received, OnConflict onConflict, String failure)
            throws Exception {
        Path arrived = there.resolve(onConflict == OnConflict.RENAME ? "data (1).bin" : "data.bin");
        boolean isThere = Files.exists(arrived) && !(arrived.equals(old) && Files.size(old) == OLD.length);
        assertThat(isThere || !received).as(failure).isTrue();
        if (isThere) {
            assertThat(arrived).as(failure).hasBinaryContent(CONTENT);
        }
        if (!(isThere && arrived.equals(old))) {
            assertThat(old).as(failure).hasBinaryContent(OLD);
        }
        assertThat(there.toFile().list()).as(failure).hasSize(isThere && !arrived.equals(old) ? 2 : 1);
    }

    @Test
    void whateverFailsAtTheSourceNothingWrongArrives() throws Exception {
        int failing = 1;
        while (send(failing)) {
            failing++;
            assertThat(failing).isLessThan(MOST);
        }
        assertThat(failing).as("operations that failed").isGreaterThan(4);
    }

    private boolean send(int failing) throws Exception {
        Path here = Files.createTempDirectory(folder, "here");
        Path there = Files.createTempDirectory(folder, "there");
        Files.write(here.resolve("data.bin"), CONTENT);
        FaultyFiles disk = FaultyFiles.over(here, failing);
        try {
            OfferRun.of(new FileOffer())
                    .transfer(SendRequest.ofPaths(disk.folder().resolve("data.bin")), ReceiveRequest.into(there));
            assertThat(there.resolve("data.bin")).as(disk.failure()).hasBinaryContent(CONTENT);
        } catch (WormholeException e) {
            // It may fail when all of it had left: the look whether the file has grown.
            if (Files.exists(there.resolve("data.bin"))) {
                assertThat(there.resolve("data.bin")).as(disk.failure()).hasBinaryContent(CONTENT);
            } else {
                assertThat(there.toFile().list()).as(disk.failure()).isEmpty();
            }
        }
        assertThat(here.toFile().list()).containsExactly("data.bin");
        assertThat(here.resolve("data.bin")).hasBinaryContent(CONTENT);
        return disk.hasStruck();
    }
}

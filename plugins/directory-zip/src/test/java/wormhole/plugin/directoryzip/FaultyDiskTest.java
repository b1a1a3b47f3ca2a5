package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.FaultyFiles;
import wormhole.spi.testkit.OfferRun;

/** A transfer of a directory over a file system that fails once, at every operation there is. */
class FaultyDiskTest {
    private static final int MOST = 1000;
    private static final List<String> TREE = List.of("", "a.txt", "empty", "sub", "sub/b.txt");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = OnConflict.class,
            names = {"FAIL", "RENAME", "OVERWRITE"})
    void whateverFailsTheDestinationIsOldOrComplete(OnConflict onConflict) throws Exception {
        Path tree = tree(Files.createDirectory(folder.resolve("tree")));
        int failing = 1;
        while (receive(tree, failing, onConflict)) {
            failing++;
            assertThat(failing).isLessThan(MOST);
        }
        assertThat(failing).as("operations that failed").isGreaterThan(30);
    }

    private static Path tree(Path root) throws Exception {
        Files.createDirectory(root.resolve("empty"));
        Files.createDirectory(root.resolve("sub"));
        Files.writeString(root.resolve("a.txt"), "a".repeat(100_000));
        Files.writeString(root.resolve("sub/b.txt"), "b");
        return root;
    }

    /** Whether anything failed. */
    private boolean receive(Path tree, int failing, OnConflict onConflict) throws Exception {
        Path there = Files.createTempDirectory(folder, "there");
        Path old = Files.createDirectory(there.resolve(onConflict == OnConflict.FAIL ? "other" : "tree"));
        Files.writeString(old.resolve("old.txt"), "old");
        FaultyFiles disk = FaultyFiles.over(there, failing);
        boolean received = true;
        try {
            OfferRun.of(new DirectoryOffer())
                    .transfer(SendRequest.ofPaths(tree), new ReceiveRequest(disk.folder(), null, false, onConflict));
        } catch (WormholeException e) {
            received = false;
        }
        Path arrived = there.resolve(onConflict == OnConflict.RENAME ? "tree (1)" : "tree");
        boolean isThere = Files.exists(arrived.resolve("a.txt"));
        assertThat(isThere || !received).as(disk.failure()).isTrue();
        if (isThere) {
            assertComplete(arrived, disk.failure());
        }
        if (!(isThere && arrived.equals(old))) {
            assertThat(old.toFile().list()).as(disk.failure()).containsExactly("old.txt");
        }
        assertThat(there.toFile().list()).as(disk.failure()).hasSize(isThere && !arrived.equals(old) ? 2 : 1);
        return disk.hasStruck();
    }

    private static void assertComplete(Path arrived, String failure) throws Exception {
        try (Stream<Path> all = Files.walk(arrived)) {
            assertThat(all.map(each -> arrived.relativize(each).toString()))
                    .as(failure)
                    .containsExactlyInAnyOrderElementsOf(TREE);
        }
        assertThat(arrived.resolve("a.txt")).as(failure).hasContent("a".repeat(100_000));
        assertThat(arrived.resolve("sub/b.txt")).as(failure).hasContent("b");
    }

    @Test
    void whateverFailsAtTheSourceNothingWrongArrives() throws Exception {
        Path tree = tree(Files.createDirectory(folder.resolve("tree")));
        int failing = 1;
        while (send(tree, failing)) {
            failing++;
            assertThat(failing).isLessThan(MOST);
        }
        assertThat(failing).as("operations that failed").isGreaterThan(10);
    }

    private boolean send(Path tree, int failing) throws Exception {
        Path there = Files.createTempDirectory(folder, "there");
        FaultyFiles disk = FaultyFiles.over(tree, failing);
        try {
            Optional<OutgoingOffer> offer = new DirectoryOffer().prepare(SendRequest.ofPaths(disk.folder()));
            if (offer.isEmpty()) {
                return disk.hasStruck();
            }
            OfferRun.of(new DirectoryOffer()).transfer(offer.get(), ReceiveRequest.into(there));
            offer.get().close();
            assertComplete(there.resolve("tree"), disk.failure());
        } catch (WormholeException e) {
            if (Files.exists(there.resolve("tree"))) {
                assertComplete(there.resolve("tree"), disk.failure());
            } else {
                assertThat(there.toFile().list()).as(disk.failure()).isEmpty();
            }
        }
        assertComplete(tree, disk.failure());
        return disk.hasStruck();
    }
}

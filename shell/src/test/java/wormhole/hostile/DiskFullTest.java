package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wormhole.engine.WaitLimits;
import wormhole.engine.transfer.Consent;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.Role;

/** A real disk of 1 MiB, where the tests may mount one. */
class DiskFullTest extends Scene {
    private Path disk = Path.of("");

    private void mountSmallDisk() throws Exception {
        disk = Files.createDirectory(from.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()), "needs to mount a disk");
    }

    @AfterEach
    void unmount() throws Exception {
        boolean unused = run("umount", disk.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Running receiveToDisk() {
        return receive(ReceiveRequest.into(disk));
    }

    private Running receive(ReceiveRequest request) {
        return Running.start(() -> client(dialling(), WaitLimits.USUAL)
                .receive(request, new CodeChoice.Given(code), Consent.GIVEN, false, ui));
    }

    @Test
    void aDiskThatIsTooSmallIsFoundBeforeAnythingIsAccepted() throws Exception {
        mountSmallDisk();
        Running victim = receiveToDisk();
        try (EvilPeer peer = peer()) {
            peer.offerFile("x.bin", 2 << 20);

            victim.failsWith(ErrorCode.NO_SPACE);
            assertThat(peer.hearError()).isEqualTo("disk full");
        }
        assertThat(disk).isEmptyDirectory();
        assertServerHoldsNothing();
    }

    @Test
    void aDiskThatGetsFullInTheMiddleIsToldAndLeftAsItWas() throws Exception {
        mountSmallDisk();
        Running victim = receiveToDisk();
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile("x.bin", 900_000);
            peer.hear("answer");
            fill();
            transit.connect().sendRecord(new byte[900_000]);

            victim.failsWith(ErrorCode.NO_SPACE);
            assertThat(peer.hearError()).isEqualTo("disk full");
        }
        assertThat(disk.toFile().list()).containsExactly("filler");
        assertServerHoldsNothing();
    }

    @Test
    void whatCameBeforeTheDiskGotFullIsKeptWithItsManifestIfThatWasAsked() throws Exception {
        mountSmallDisk();
        Running victim = receive(ReceiveRequest.into(disk).keepingPartial());
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile("x.bin", 900_000);
            RawTransit pipe = transit.connect();
            for (int sent = 0; sent < 500_000; sent += 50_000) {
                pipe.sendRecord(new byte[50_000]);
            }
            awaitProgress(victim, 500_000);
            fill();
            pipe.sendRecord(new byte[50_000]);

            victim.failsWith(ErrorCode.NO_SPACE);
            assertThat(peer.hearError()).isEqualTo("disk full");
        }
        assertThat(disk.toFile().list()).containsExactlyInAnyOrder("filler", "x.bin.part", "x.bin.part.json");
        assertThat(disk.resolve("x.bin.part")).hasBinaryContent(new byte[450_000]);
        assertThat(disk.resolve("x.bin.part.json")).content().contains("\"received\":450000");
    }

    @Test
    void aDiskThatCannotBeWrittenToIsFoundBeforeAnythingIsAccepted() throws Exception {
        mountSmallDisk();
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "needs to mount a disk");
        Running victim = receiveToDisk();
        try (EvilPeer peer = peer()) {
            peer.offerFile("x.bin", 5);

            victim.failsWith(ErrorCode.FILE_UNUSABLE);
            assertThat(peer.hearError()).doesNotContain(disk.toString());
        }
        assertThat(disk).isEmptyDirectory();
        assertServerHoldsNothing();
    }

    /** Somebody else's file takes all the room. */
    private void fill() {
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                filler.write(new byte[4096]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }
}

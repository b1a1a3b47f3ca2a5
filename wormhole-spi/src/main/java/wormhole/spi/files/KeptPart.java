package wormhole.spi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Receiving;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.text.ByteSize;

/**
 * What has come of a download, kept in the open if the rest does not come and the person asked for that: as
 * {@code NAME.part}, with a manifest {@code NAME.part.json} that tells what it is a part of, so that somebody can go on from
 * there. Every byte of it was authenticated. Used from one thread.
 */
public final class KeptPart implements WritableByteChannel {
    private final PartFile part;
    private final String name;
    private final long size;
    private Received received = Received.NOTHING;
    private Received beforeLastWrite = Received.NOTHING;

    private KeptPart(PartFile part, String name, long size) {
        this.part = part;
        this.name = name;
        this.size = size;
    }

    /**
     * Tells the person of a part that an earlier, interrupted download has left where the same is about to arrive, since it
     * comes anew from its beginning, and the part stays.
     *
     * @param name of what is received, as for {@link #receiveAll}
     */
    public static void tellOfEarlier(Destination destination, String name, UserInterface ui) {
        Path earlier = PartFile.keptPlace(Destination.folderOf(destination.path()), name);
        if (FreeName.isTaken(earlier) && FreeName.isTaken(Manifest.beside(earlier))) {
            ui.tell(Event.note("'" + destination.shown(earlier) + "' is of an earlier download that was interrupted. "
                    + "All of it comes anew; the part stays until you delete it."));
        }
    }

    /**
     * Receives everything into a part file, as {@link Receiving#receiveAll} does. If that fails and the request says so, what
     * came is kept before the failure goes on; nothing is kept of what was tampered with.
     *
     * @param name of what is received, for the part to be named after
     */
    public static byte[] receiveAll(Receiving receiving, PartFile part, String name, long size)
            throws WormholeException {
        if (!receiving.request().keepPartial()) {
            return receiving.receiveAll(part, size);
        }
        KeptPart kept = new KeptPart(part, name, size);
        try {
            return receiving.receiveAll(kept, size);
        } catch (WormholeException e) {
            if (kept.received.bytes > 0 && e.code() != ErrorCode.INTEGRITY) {
                kept.keep(receiving.ui());
            }
            throw e;
        }
    }

    /** Takes all of it; what a write that fails has left behind does not count. */
    @Override
    public int write(ByteBuffer bytes) throws IOException {
        ByteBuffer written = bytes.duplicate();
        while (bytes.hasRemaining()) {
            part.write(bytes);
        }
        beforeLastWrite = received;
        received = received.and(written);
        return written.remaining();
    }

    /** An interrupt must not keep us from this, nor be forgotten. */
    private void keep(UserInterface ui) {
        boolean interrupted = Thread.interrupted();
        try {
            keepWithManifest(ui);
        } catch (IOException e) {
            ui.tell(Event.note("What came could not be kept: " + FileTrouble.reason(e) + ".")
                    .at(Event.Level.WARNING));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** If the disk is too full for the manifest, the last that came makes room for it. */
    private void keepWithManifest(UserInterface ui) throws IOException {
        try {
            keep(received, ui);
        } catch (IOException e) {
            if (!FileTrouble.isDiskFull(e) || beforeLastWrite.bytes == 0) {
                throw e;
            }
            keep(beforeLastWrite, ui);
        }
    }

    private void keep(Received what, UserInterface ui) throws IOException {
        String hash = what.hash();
        Path kept = part.keep(name, what.bytes, new Manifest(name, size, what.bytes, hash));
        ui.tell(Event.named("partial")
                .at(Event.Level.WARNING)
                .saying("Incomplete: the first " + ByteSize.of(what.bytes) + " of " + ByteSize.of(size)
                        + " are kept in '" + kept + "'.")
                .with("path", kept.toString())
                .with("manifest", Manifest.beside(kept).toString())
                .with("received", what.bytes)
                .with("size", size)
                .with("sha256", hash));
    }

    @Override
    public boolean isOpen() {
        return part.isOpen();
    }

    @Override
    public void close() {
        part.close();
    }

    /** So much from the beginning. */
    private record Received(long bytes, Sha256 sha256) {
        static final Received NOTHING = new Received(0, new Sha256());

        Received and(ByteBuffer more) {
            Sha256 longer = sha256.copy();
            longer.update(more);
            return new Received(bytes + more.remaining(), longer);
        }

        String hash() {
            return HexFormat.of().formatHex(sha256.copy().digest());
        }
    }
}

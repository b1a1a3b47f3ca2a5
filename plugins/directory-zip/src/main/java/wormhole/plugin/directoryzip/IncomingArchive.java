package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;

/**
 * An archive on its way in. Its entries are unpacked into a hidden folder as they come. What cannot be unpacked before the
 * list at the end is known, and that list, goes into a hidden file. Used from one thread.
 */
final class IncomingArchive implements WritableByteChannel {
    /** More than an honest header needs to be complete, and little to copy. */
    private static final int TOP_UP_BYTES = 512;

    private final Spool spool;
    private final FolderMaker maker;
    private final EntryGuard guard;
    private final EntryStream entries;
    /** What only makes sense with the bytes that follow. */
    private final ByteBuffer held =
            ByteBuffer.allocate(LocalHeader.MOST_BYTES + TOP_UP_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private @Nullable WormholeException failure;

    /**
     * @param spool takes what cannot be unpacked at once
     * @param folder to unpack into, new
     * @param guard over everything that is unpacked
     */
    IncomingArchive(Spool spool, Path folder, EntryGuard guard) throws WormholeException {
        this.spool = spool;
        this.maker = FolderMaker.in(folder);
        this.guard = guard;
        this.entries = new EntryStream(maker, guard);
    }

    /** What is wrong with the archive or the disk, if that was the reason to fail. */
    Optional<WormholeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        try {
            unpack(bytes);
            keep(bytes);
        } catch (WormholeException e) {
            failure = e;
            throw new IOException(e);
        }
        return length;
    }

    private void unpack(ByteBuffer bytes) throws WormholeException {
        while (held.position() > 0 && bytes.hasRemaining() && !entries.hasEnded()) {
            topUp(bytes);
        }
        if (held.position() == 0 && !entries.hasEnded()) {
            ByteBuffer view = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
            entries.read(view, spool);
            bytes.position(bytes.position() + view.position());
        }
        if (!entries.hasEnded()) {
            held.put(bytes);
        }
    }

    /** Adds a little to what is held, and gives back what of it was not used if nothing else is left. */
    private void topUp(ByteBuffer bytes) throws WormholeException {
        int added = Math.min(bytes.remaining(), TOP_UP_BYTES);
        held.put(bytes.slice(bytes.position(), added)).flip();
        entries.read(held, spool);
        int unused = held.remaining();
        if (unused <= added) {
            bytes.position(bytes.position() + added - unused);
            held.clear();
        } else {
            bytes.position(bytes.position() + added);
            held.compact();
        }
    }

    /** What is left is none of ours. */
    private void keep(ByteBuffer bytes) throws WormholeException {
        if (entries.hasEnded()) {
            spool.write(held.flip());
            held.clear();
            spool.write(bytes);
        }
    }

    /**
     * Checks everything, now that all is there, and unpacks what has been left.
     *
     * @return what there was in it
     */
    Contents finish() throws WormholeException {
        entries.finish(spool);
        spool.write(held.flip());
        try (ReceivedArchive checked = ArchiveCheck.open(spool.content(), entries, guard)) {
            new Unpacker(checked, maker).unpack();
            return checked.contents();
        }
    }

    @Override
    public boolean isOpen() {
        return spool.content().isOpen();
    }

    @Override
    public void close() {
        entries.close();
        maker.close();
    }
}

package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;
import wormhole.spi.files.PeerPath;

/** A file that is being unpacked: what is written is counted and summed up. */
final class UnpackedFile implements AutoCloseable {
    private final PeerPath path;
    private final Path place;
    private final SeekableByteChannel channel;
    private final CRC32 crc = new CRC32();
    private long size;

    UnpackedFile(PeerPath path, Path place, SeekableByteChannel channel) {
        this.path = path;
        this.place = place;
        this.channel = channel;
    }

    /** Its name in the archive. */
    PeerPath path() {
        return path;
    }

    /** Where it is, for people. */
    Path place() {
        return place;
    }

    int crc() {
        return (int) crc.getValue();
    }

    long size() {
        return size;
    }

    /** Writes all of a piece. */
    void write(ByteBuffer piece) throws WormholeException {
        size += piece.remaining();
        crc.update(piece.duplicate());
        try {
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        } catch (IOException e) {
            throw FileTrouble.of(e, "write", place);
        }
    }

    /** Closes it, whatever became of it. */
    void abandon() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is removed with everything else.
            return;
        }
    }

    @Override
    public void close() throws WormholeException {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileTrouble.of(e, "write", place);
        }
    }
}

package wormhole.plugin.directoryzip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Reads an archive, or what is left of it, through a window, so that what lies side by side costs one call of the system together. */
final class ArchiveBytes {
    /** More than the longest header: three lengths of 16 bits, and the fixed part. */
    static final int WINDOW_BYTES = 256 * 1024;

    private final SeekableByteChannel rest;
    private final long base;
    private final ByteBuffer window = ByteBuffer.allocateDirect(WINDOW_BYTES).limit(0);
    private long windowAt;

    /**
     * @param rest of the archive
     * @param base where in the archive that begins
     */
    ArchiveBytes(SeekableByteChannel rest, long base) {
        this.rest = rest;
        this.base = base;
    }

    /** The same with a window of its own, for somebody who reads elsewhere. */
    ArchiveBytes again() {
        return new ArchiveBytes(rest, base);
    }

    /** Of the whole archive. */
    long size() throws IOException {
        return base + rest.size();
    }

    /** The bytes from a place on, little-endian, valid until the next call; at most a window of them. */
    ByteBuffer read(long at, int length) throws IOException {
        if (at < windowAt || at > windowAt + window.limit() - length) {
            fill(at, length);
        }
        return window.slice((int) (at - windowAt), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** As much as there is at once of so many bytes, at least one of them. */
    ByteBuffer readSome(long at, long most) throws IOException {
        long there = windowAt + window.limit() - at;
        boolean inWindow = at >= windowAt && there > 0;
        return read(at, (int) Math.min(most, inWindow ? there : WINDOW_BYTES));
    }

    private void fill(long at, int length) throws IOException {
        if (at < base || at > size() - length) {
            throw new EOFException("something begins outside of it");
        }
        windowAt = at;
        window.clear();
        rest.position(at - base);
        while (window.position() < length) {
            if (rest.read(window) < 0) {
                window.flip();
                throw new EOFException("it is cut off");
            }
        }
        window.flip();
    }
}

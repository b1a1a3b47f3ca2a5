package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The content of an entry that was not compressed, where it stands in the archive. One at a time for an archive. */
final class StoredContent extends InputStream {
    private final SeekableByteChannel archive;
    private long left;

    StoredContent(SeekableByteChannel archive, long start, long length) throws IOException {
        this.archive = archive.position(start);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = archive.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, left)));
        left -= Math.max(0, read);
        return read;
    }
}

package wormhole.plugin.directoryzip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Reads the numbers of an archive. */
final class LittleEndian {
    private LittleEndian() {}

    static ByteBuffer read(SeekableByteChannel archive, long at, int length) throws IOException {
        if (at < 0 || at > archive.size() - length) {
            throw new EOFException("something begins outside of it");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        archive.position(at);
        while (bytes.hasRemaining()) {
            if (archive.read(bytes) < 0) {
                throw new EOFException("it is cut off");
            }
        }
        return bytes.flip();
    }
}

package wormhole.plugin.directoryzip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes in memory, in pieces that are never copied when there come more. */
final class Chunks extends OutputStream {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK_BYTES;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; ) {
            if (used == CHUNK_BYTES) {
                chunks.add(new byte[CHUNK_BYTES]);
                used = 0;
            }
            int part = Math.min(CHUNK_BYTES - used, from + length - at);
            System.arraycopy(bytes, at, chunks.get(chunks.size() - 1), used, part);
            used += part;
            at += part;
        }
    }

    /** All of them, from the first on; after the last come some that mean nothing. */
    InputStream read() {
        List<ByteArrayInputStream> all =
                chunks.stream().map(ByteArrayInputStream::new).toList();
        return new SequenceInputStream(Collections.enumeration(all));
    }
}

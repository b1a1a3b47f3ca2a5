package wormhole.engine.plugin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.CRC32;

/**
 * Tells a jar from what it was before: size, time, and its directory, which stands at the end and holds a checksum of every
 * entry (PKWARE APPNOTE, 4.3.12). That costs two short reads, however large the jar is.
 */
final class JarIdentity {
    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int MAX_DIRECTORY = 1 << 24;

    private JarIdentity() {}

    static String of(Path jar) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
        return attributes.size() + ":" + attributes.lastModifiedTime().toInstant() + ":" + directory(jar);
    }

    /** The checksum of the directory. A jar with a comment behind it, or of the large kind, has none here. */
    private static String directory(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            long end = file.length() - END_BYTES;
            ByteBuffer record = ByteBuffer.wrap(read(file, end, END_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            long size = Integer.toUnsignedLong(record.getInt(12));
            if (record.getInt(0) != END_SIGNATURE || size > MAX_DIRECTORY) {
                throw new IOException("no plain jar");
            }
            CRC32 checksum = new CRC32();
            checksum.update(read(file, end - size, (int) size));
            return Long.toHexString(checksum.getValue());
        }
    }

    private static byte[] read(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }
}

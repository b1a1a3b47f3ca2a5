package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import wormhole.spi.WormholeException;

/** Unpacks an archive that comes in pieces, or that is there as a whole. */
final class UnpackRun {
    private UnpackRun() {}

    /** Returns how many bytes had to be kept until the list was there. */
    static long inPiecesOf(int length, byte[] archive, long announced, Path root) throws WormholeException {
        SeekableInMemoryByteChannel spool = new SeekableInMemoryByteChannel();
        try (IncomingArchive incoming = new IncomingArchive(new Spool(spool), root, guard(announced))) {
            for (int at = 0; at < archive.length; at += length) {
                write(incoming, ByteBuffer.wrap(archive, at, Math.min(length, archive.length - at)));
            }
            incoming.finish();
        }
        return spool.size();
    }

    private static EntryGuard guard(long announced) {
        return new EntryGuard(announced, EntryGuard.MAX_ENTRIES);
    }

    private static void write(IncomingArchive incoming, ByteBuffer piece) throws WormholeException {
        try {
            incoming.write(piece);
        } catch (IOException e) {
            throw incoming.failure().orElseThrow(() -> new UncheckedIOException(e));
        }
    }

    static void asAWhole(byte[] archive, long announced, Path root) throws WormholeException {
        Spool spool = new Spool(new SeekableInMemoryByteChannel());
        try (IncomingArchive incoming = new IncomingArchive(spool, root, guard(announced))) {
            spool.write(ByteBuffer.wrap(archive));
            incoming.finish();
        }
    }

    /** What is in a folder: content, mode and time of everything. */
    static Map<String, String> seen(Path root) throws IOException {
        Map<String, String> seen = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(path -> !path.equals(root)).toList()) {
                boolean file = Files.isRegularFile(each);
                seen.put(
                        root.relativize(each).toString(),
                        Files.getPosixFilePermissions(each) + " "
                                + (file ? Files.getLastModifiedTime(each) + " " + content(each) : ""));
            }
        }
        return seen;
    }

    private static String content(Path file) throws IOException {
        return HexFormat.of().formatHex(Files.readAllBytes(file));
    }

    static void deleteAll(Path work) throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}

package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;

/** How long an archive gets, which is known before a single file was read. */
final class ArchiveSize {
    private long contents;
    private long list;
    private int entries;

    void add(SourceEntry entry) {
        list += ZipHeaders.sizeListed(entry, contents);
        contents += ZipHeaders.sizeInArchive(entry);
        entries++;
    }

    /** Where the next entry begins. */
    long contents() {
        return contents;
    }

    int entries() {
        return entries;
    }

    /** What stands at the very end. */
    ByteBuffer end() {
        return ZipHeaders.end(entries, contents, list);
    }

    long total() {
        return contents + list + end().remaining();
    }
}

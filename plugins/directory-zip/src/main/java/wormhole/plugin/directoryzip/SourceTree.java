package wormhole.plugin.directoryzip;

import java.util.List;

/**
 * What is to be sent.
 *
 * @param leftOut how many files and directories cannot be sent and are left out
 */
record SourceTree(List<SourceEntry> entries, int leftOut) {
    SourceTree {
        entries = List.copyOf(entries);
    }

    long files() {
        return entries.stream().filter(entry -> !entry.isDirectory()).count();
    }

    long bytes() {
        return entries.stream().mapToLong(SourceEntry::size).sum();
    }
}

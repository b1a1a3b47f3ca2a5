package wormhole.plugin.directoryzip;

import java.util.Optional;

/**
 * What is to be sent.
 *
 * @param size of the archive of it, in bytes
 * @param files how many entries are no directories
 * @param bytes of all files together
 * @param leftOut how many files and directories cannot be sent and are left out
 * @param doubts which names a receiver may refuse, and why, in words
 */
record SourceTree(EntryLog entries, long size, long files, long bytes, int leftOut, Optional<String> doubts) {}

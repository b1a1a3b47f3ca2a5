package wormhole.plugin.directoryzip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wormhole.spi.Event;
import wormhole.spi.text.ByteSize;

/**
 * How much there is in a directory, or is said to be.
 *
 * @param files directories are not counted, nor do Python and Go count them
 * @param bytes of all files, unpacked
 */
record Contents(long files, long bytes) {
    /**
     * A file that is written to while the sender packs it can be a little longer when it is counted: the older Python
     * counts a file after it has packed it. All others announce what they send, to the byte.
     */
    private static final int GROWN_SHARE = 100;

    /** Tells by how much less came than these that were announced. More is refused before (see {@link EntryGuard}). */
    Optional<Event> shortfall(Contents came) {
        if (came.files >= files && bytes - came.bytes <= Math.min(EntryGuard.SLACK_BYTES, bytes / GROWN_SHARE)) {
            return Optional.empty();
        }
        return Optional.of(Event.named("shortfall")
                .at(Event.Level.WARNING)
                .saying("Less came than was announced. Missing: " + missing(came)
                        + ". Ask the sender what was left out.")
                .with("files", came.files)
                .with("bytes", came.bytes)
                .with("announced-files", files)
                .with("announced-bytes", bytes));
    }

    private String missing(Contents came) {
        List<String> missing = new ArrayList<>();
        if (came.files < files) {
            missing.add(files - came.files + " of " + (files == 1 ? "1 file" : files + " files"));
        }
        if (came.bytes < bytes) {
            missing.add(ByteSize.of(bytes - came.bytes) + " of " + ByteSize.of(bytes));
        }
        return String.join(", ", missing);
    }
}

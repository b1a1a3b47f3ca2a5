package wormhole.spi;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to receive.
 *
 * @param directory the absolute folder into which things are put when nothing else is said
 * @param output an absolute file or folder to put what comes, or null
 * @param toStandardOutput whether the content goes to {@link UserInterface#output} instead of a file
 * @param onConflict what to do when the destination exists
 * @param keepPartial whether what came of a download that was interrupted is kept, in the open
 */
public record ReceiveRequest(
        Path directory, @Nullable Path output, boolean toStandardOutput, OnConflict onConflict, boolean keepPartial) {

    /** What to do when there already is something at the destination. */
    public enum OnConflict {
        /** Ask, or fail if there is nobody to ask. */
        ASK,
        /** Refuse the offer. */
        FAIL,
        /** Find a free name. */
        RENAME,
        /** Replace what is there, once the new content is complete and verified. */
        OVERWRITE,
        /** Refuse the offer, and call that a success. */
        SKIP;

        /** As people and programs write it, in options, configurations, questions and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A request that keeps nothing incomplete. */
    public ReceiveRequest(Path directory, @Nullable Path output, boolean toStandardOutput, OnConflict onConflict) {
        this(directory, output, toStandardOutput, onConflict, false);
    }

    /** This request, but keeping what came of a download that was interrupted. */
    public ReceiveRequest keepingPartial() {
        return new ReceiveRequest(directory, output, toStandardOutput, onConflict, true);
    }

    /** A request to receive into a folder, failing if the name is taken. */
    public static ReceiveRequest into(Path directory) {
        return new ReceiveRequest(directory, null, false, OnConflict.FAIL);
    }

    /** The file or folder that was asked for. */
    public Optional<Path> chosenOutput() {
        return Optional.ofNullable(output);
    }
}

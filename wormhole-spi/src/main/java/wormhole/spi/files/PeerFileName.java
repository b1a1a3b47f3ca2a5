package wormhole.spi.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/**
 * The name of a file or folder that the peer proposes, confined: a single name without any path, that is harmless and means
 * the same on all platforms. Every name from a peer passes through here before it touches the file system. Immutable.
 */
public final class PeerFileName {
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_SHOWN = 300;

    private final String name;

    private PeerFileName(String name) {
        this.name = name;
    }

    /** Reads a name from the peer; see {@link #of(String)}. */
    public static PeerFileName of(PeerValue value) throws WormholeException {
        return of(value.text(MAX_LENGTH));
    }

    /**
     * Takes what stands after the last {@code /}, if it is a name that can be used everywhere.
     *
     * @throws WormholeException {@link ErrorCode#MALFORMED_PEER_MESSAGE} if it is not
     */
    public static PeerFileName of(String proposed) throws WormholeException {
        String name = proposed.substring(proposed.lastIndexOf('/') + 1);
        Optional<String> problem = problem(name);
        if (problem.isPresent()) {
            throw new WormholeException(
                            ErrorCode.MALFORMED_PEER_MESSAGE,
                            "the other side offers the name '" + shortened(proposed) + "', which " + problem.get())
                    .withHint("Choose a name yourself with --output-file, or ask for another one.")
                    .tellingPeer("the name offered " + problem.get());
        }
        return new PeerFileName(name);
    }

    /**
     * Checks a name that the person at this side chose for the peer to see: it must be one that every peer can use.
     *
     * @throws WormholeException {@link ErrorCode#USAGE} if it is not
     */
    public static PeerFileName chosenHere(String name) throws WormholeException {
        Optional<String> problem = problem(name);
        if (problem.isPresent()) {
            throw new WormholeException(ErrorCode.USAGE, "the name '" + shortened(name) + "' " + problem.get())
                    .withHint("Choose a single file name that every peer can use.");
        }
        return new PeerFileName(name);
    }

    private static Optional<String> problem(String name) {
        return NameRules.danger(name).or(() -> NameRules.trapOnWindows(name));
    }

    /** What to tell whoever offers a name that a peer like this one refuses; empty if it does not. */
    public static Optional<String> caution(String name) {
        return problem(name)
                .map(problem -> "The other side may refuse a name that " + problem + "; --name gives it another.");
    }

    /** The place that has this name in a folder. */
    public Path in(Path folder) throws WormholeException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new WormholeException(
                            ErrorCode.FILE_UNUSABLE, "this system cannot have a file named '" + name + "'", e)
                    .withHint("Choose another name with --output-file.");
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    /** The name itself. */
    @Override
    public String toString() {
        return name;
    }
}

package wormhole.spi.files;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * A relative path that the peer chose, such as an entry of an archive, confined element by element: it goes down only and
 * never out. Immutable.
 *
 * <p>Unlike {@link PeerFileName}, names that are merely awkward on Windows ({@code aux.h}, {@code a:b}) are refused only
 * there: trees on other systems are full of them, and whoever receives a tree cannot rename one file of it.
 */
public final class PeerPath {
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_SHOWN = 300;
    private static final boolean ON_WINDOWS = File.separatorChar == '\\';

    private final List<String> elements;
    private final boolean directory;

    private PeerPath(List<String> elements, boolean directory) {
        this.elements = elements;
        this.directory = directory;
    }

    /**
     * Reads a path with {@code /} between its elements; one at the end says that it is a directory.
     *
     * @throws WormholeException {@link ErrorCode#MALFORMED_PEER_MESSAGE} if it is absolute, climbs, or holds a name that
     *     cannot be used
     */
    public static PeerPath of(String text) throws WormholeException {
        return of(text, ON_WINDOWS);
    }

    static PeerPath of(String text, boolean onWindows) throws WormholeException {
        if (text.length() > MAX_LENGTH) {
            throw refused(text, "is longer than " + MAX_LENGTH + " characters");
        }
        boolean directory = text.endsWith("/");
        String path = directory ? text.substring(0, text.length() - 1) : text;
        List<String> elements = List.of(path.split("/", -1));
        for (String element : elements) {
            Optional<String> problem = NameRules.danger(element);
            if (onWindows && problem.isEmpty()) {
                problem = NameRules.trapOnWindows(element);
            }
            if (problem.isPresent()) {
                throw refused(text, "has a part that " + problem.get());
            }
        }
        return new PeerPath(elements, directory);
    }

    /** Why a peer like this one refuses a path that has such an element, on whatever system; empty if it does not. */
    public static Optional<String> problem(String element) {
        return NameRules.danger(element);
    }

    /** The names on the way down, at least one. */
    public List<String> elements() {
        return elements;
    }

    /** Whether it was written as the path of a directory. */
    public boolean isDirectory() {
        return directory;
    }

    /** The place below a folder. */
    public Path in(Path folder) throws WormholeException {
        try {
            Path place = folder;
            for (String element : elements) {
                place = place.resolve(element);
            }
            return place;
        } catch (InvalidPathException e) {
            throw new WormholeException(
                    ErrorCode.FILE_UNUSABLE, "this system cannot have a file named '" + this + "'", e);
        }
    }

    /**
     * A name as file systems see it that do not tell upper from lower case or one Unicode form from another: two names with
     * the same one may be the same file.
     */
    public static String folded(String name) {
        if (isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        int[] folded = Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .map(codePoint -> Character.toLowerCase(Character.toUpperCase(codePoint)))
                .toArray();
        return Normalizer.normalize(new String(folded, 0, folded.length), Normalizer.Form.NFC);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static WormholeException refused(String path, String problem) {
        String shown = path.length() <= MAX_SHOWN ? path : path.substring(0, MAX_SHOWN) + "…";
        return new WormholeException(
                        ErrorCode.MALFORMED_PEER_MESSAGE,
                        "the other side sends a file under the path '" + shown + "', which " + problem)
                .tellingPeer("a path in what was sent " + problem);
    }

    /** The elements joined with {@code /}, without one at the end. */
    @Override
    public String toString() {
        return String.join("/", elements);
    }
}

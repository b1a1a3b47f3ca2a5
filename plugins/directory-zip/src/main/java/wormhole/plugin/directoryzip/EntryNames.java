package wormhole.plugin.directoryzip;

import java.util.List;
import wormhole.spi.WormholeException;
import wormhole.spi.files.PeerPath;

/**
 * The names of the files and directories that an archive would make, to find those that get in each other's way on any
 * system. Only hashes are kept, with a key that nobody else knows: a few tens of bytes for a name, and two of a million
 * honest ones are taken for each other once in some ten million archives, which is then refused.
 */
final class EntryNames {
    private static final int MAX_DEPTH = 200;

    private static final long DIRECTORY = 1;
    private static final long LISTED = 2;
    private static final long FLAGS = 3;
    /** Keeps a value from being 0. */
    private static final long USED = 4;

    private final LongMap names = new LongMap();
    private final SipHash sipHash = SipHash.random();
    private final int most;
    private int count;

    /** @param most how many names may come, with the directories that lead to them */
    EntryNames(int most) {
        this.most = most;
    }

    /** Adds a path with the directories that lead to it; refuses one that is already there, or would be somewhere. */
    void add(PeerPath path) throws WormholeException {
        List<String> elements = path.elements();
        int last = elements.size() - 1;
        if (last >= MAX_DEPTH) {
            throw BadArchive.because("it is nested more than " + MAX_DEPTH + " deep");
        }
        long parent = 0;
        for (int i = 0; i <= last; i++) {
            parent = enter(parent, elements.get(i), i < last || path.isDirectory(), i == last, path);
        }
    }

    private long enter(long parent, String name, boolean directory, boolean listed, PeerPath path)
            throws WormholeException {
        long hash = sipHash.of(parent, PeerPath.folded(name));
        long value = (sipHash.of(~parent, name) & ~FLAGS) | USED | (directory ? DIRECTORY : 0);
        long there = names.get(hash);
        if (there == 0) {
            names.put(hash, value | (listed ? LISTED : 0));
            if (++count > most) {
                throw BadArchive.because("it holds more than " + most + " files and directories");
            }
        } else {
            check(there, value, listed, path);
            if (listed) {
                names.put(hash, value | LISTED);
            }
        }
        return hash;
    }

    private static void check(long there, long value, boolean listed, PeerPath path) throws WormholeException {
        if ((there & ~FLAGS) != (value & ~FLAGS)) {
            throw BadArchive.because("'" + path + "' differs from another name in nothing that all systems can tell");
        }
        if ((there & DIRECTORY) != (value & DIRECTORY)) {
            throw BadArchive.because("'" + path + "' would be both a file and a directory");
        }
        if (listed && (there & LISTED) != 0) {
            throw BadArchive.because("it holds '" + path + "' twice");
        }
    }
}

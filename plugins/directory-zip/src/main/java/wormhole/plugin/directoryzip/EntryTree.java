package wormhole.plugin.directoryzip;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;
import wormhole.spi.files.PeerPath;

/** The files and directories that an archive would make, to find those that get in each other's way on any system. */
final class EntryTree {
    private static final int MAX_DEPTH = 200;

    private final Node root = new Node("", true);

    /** Adds a path with the directories that lead to it; refuses one that is already there, or would be somewhere. */
    void add(PeerPath path) throws WormholeException {
        if (path.elements().size() > MAX_DEPTH) {
            throw BadArchive.because("it is nested more than " + MAX_DEPTH + " deep");
        }
        Node node = root;
        Iterator<String> elements = path.elements().iterator();
        while (elements.hasNext()) {
            String name = elements.next();
            node = node.enter(name, elements.hasNext() || path.isDirectory(), path);
        }
        if (node.listed) {
            throw BadArchive.because("it holds '" + path + "' twice");
        }
        node.listed = true;
    }

    private static final class Node {
        private final String name;
        private final boolean directory;
        private @Nullable Map<String, Node> children;
        private boolean listed;

        Node(String name, boolean directory) {
            this.name = name;
            this.directory = directory;
        }

        Node enter(String childName, boolean asDirectory, PeerPath path) throws WormholeException {
            Map<String, Node> existing = children;
            if (existing == null) {
                existing = new HashMap<>();
                children = existing;
            }
            Node child =
                    existing.computeIfAbsent(PeerPath.folded(childName), folded -> new Node(childName, asDirectory));
            if (!child.name.equals(childName)) {
                throw BadArchive.because(
                        "'" + path + "' differs from another name in nothing that all systems can tell");
            }
            if (child.directory != asDirectory) {
                throw BadArchive.because("'" + path + "' would be both a file and a directory");
            }
            return child;
        }
    }
}

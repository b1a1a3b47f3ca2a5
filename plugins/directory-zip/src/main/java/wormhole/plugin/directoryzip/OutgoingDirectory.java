package wormhole.plugin.directoryzip;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.SendRequest;
import wormhole.spi.Sending;
import wormhole.spi.WormholeException;
import wormhole.spi.files.PeerFileName;
import wormhole.spi.text.ByteSize;

/** A directory that is ready to be offered: listed and measured, nothing copied. */
final class OutgoingDirectory implements OutgoingOffer {
    private static final String NAMELESS = "files";

    private final String name;
    private final SourceTree tree;

    private OutgoingDirectory(String name, SourceTree tree) {
        this.name = name;
        this.tree = tree;
    }

    static OutgoingDirectory of(SendRequest request) throws WormholeException {
        String chosen = request.chosenName().orElse(null);
        String name = chosen == null
                ? nameOf(request.paths())
                : PeerFileName.chosenHere(chosen).toString();
        return new OutgoingDirectory(name, TreeScanner.scan(request));
    }

    /** Several things go under the name of the folder they are in, if it is one. */
    private static String nameOf(List<Path> paths) {
        if (paths.size() == 1) {
            return nameOf(paths.get(0));
        }
        List<Path> folders = paths.stream()
                .map(path -> path.normalize().resolveSibling(""))
                .distinct()
                .toList();
        return folders.size() == 1 ? nameOf(folders.get(0)) : NAMELESS;
    }

    static String nameOf(Path path) {
        Path name = path.normalize().getFileName();
        return name == null || name.toString().isEmpty() ? NAMELESS : name.toString();
    }

    @Override
    public Object body() {
        return Map.of(
                "mode",
                DirectoryOffer.MODE,
                "dirname",
                name,
                "zipsize",
                tree.size(),
                "numbytes",
                tree.bytes(),
                "numfiles",
                tree.files());
    }

    @Override
    public String summary() {
        long files = tree.files();
        String left = tree.leftOut() == 0 ? "" : ", " + tree.leftOut() + " left out that cannot be sent";
        return "directory '" + name + "' (" + (files == 1 ? "1 file" : files + " files") + ", "
                + ByteSize.of(tree.bytes()) + left + ")";
    }

    @Override
    public Optional<String> caution() {
        Optional<String> inside = tree.doubts()
                .map(names ->
                        "The other side may refuse " + names + "; rename them, or leave them out with --exclude.");
        String both = Stream.of(PeerFileName.caution(name), inside)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Optional.of(both).filter(text -> !text.isEmpty());
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(tree.size());
    }

    @Override
    public void deliver(Sending sending) throws WormholeException {
        ArchiveChannel archive = new ArchiveChannel(tree.entries());
        try (archive) {
            sending.sendAll(archive, tree.size());
        } catch (WormholeException e) {
            // The host cannot know which of the files is to blame.
            throw archive.failure().orElse(e);
        }
    }
}

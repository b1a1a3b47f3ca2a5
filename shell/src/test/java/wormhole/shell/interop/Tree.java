package wormhole.shell.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder as comparable text: for each path its mode and, of a file, its content. */
final class Tree {
    private static final String FOLDER = "folder ";
    private static final int MODE_LENGTH = "rwxr-xr-x".length();

    private static final Set<Quirk> WITHOUT_FOLDER_MODES =
            EnumSet.of(Quirk.LOSES_FOLDER_MODES, Quirk.LEAVES_FOLDERS_OUT, Quirk.NAMES_EMPTY_FOLDERS_ONLY);

    private Tree() {}

    /** Reads a folder of any file system that knows modes. */
    static SortedMap<String, String> read(Path root) throws IOException {
        SortedMap<String, String> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Iterator<Path> each = paths.iterator(); each.hasNext(); ) {
                Path path = each.next();
                if (!path.equals(root)) {
                    entries.put(name(root.relativize(path)), describe(path));
                }
            }
        }
        return entries;
    }

    private static String name(Path path) {
        String name = path.toString();
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static String describe(Path path) throws IOException {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        return Files.isDirectory(path) ? FOLDER + mode : mode + ' ' + Files.readString(path);
    }

    /** What a cell's quirks leave of a sent folder. */
    static SortedMap<String, String> expected(SortedMap<String, String> sent, Cell cell) {
        SortedMap<String, String> expected = new TreeMap<>(sent);
        if (cell.has(Quirk.LEAVES_FOLDERS_OUT)) {
            expected.keySet().removeIf(name -> isEmptyFolder(sent, name));
        }
        return expected;
    }

    /** Leaves out what the cell's quirks make unequal. */
    static SortedMap<String, String> comparable(SortedMap<String, String> tree, Cell cell) {
        SortedMap<String, String> comparable = new TreeMap<>(tree);
        if (cell.has(Quirk.MAKES_EMPTY_FOLDERS_FILES)) {
            comparable.keySet().removeIf(name -> name.endsWith("empty"));
        }
        if (!Collections.disjoint(cell.quirks(), WITHOUT_FOLDER_MODES)) {
            comparable.replaceAll((name, entry) -> entry.startsWith(FOLDER) ? FOLDER : entry);
        }
        if (cell.has(Quirk.SENDS_TAR)) {
            comparable.replaceAll((name, entry) -> entry.startsWith(FOLDER) ? FOLDER : entry.substring(MODE_LENGTH));
        }
        return comparable;
    }

    private static boolean isEmptyFolder(SortedMap<String, String> tree, String name) {
        return tree.get(name).startsWith(FOLDER)
                && tree.keySet().stream().noneMatch(other -> other.startsWith(name + "/"));
    }
}

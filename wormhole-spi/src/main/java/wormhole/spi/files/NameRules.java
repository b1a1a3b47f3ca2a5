package wormhole.spi.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wormhole.spi.text.Printable;

/** What is wrong with a name of a file or folder that somebody else chose. */
final class NameRules {
    /** The limit of every common file system; a name in two encodings may be shorter than it looks. */
    static final int MAX_BYTES = 255;

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");
    private static final String PORT = "(com|lpt)[0-9\u00b9\u00b2\u00b3]";

    private NameRules() {}

    /** Why the name would be dangerous on some platform, whichever this one is; empty if it is not. */
    static Optional<String> danger(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("is '" + name + "'");
        }
        if (isPlain(name)) {
            return Optional.empty();
        }
        if (!name.codePoints().allMatch(Printable::isHarmless)) {
            return Optional.of("holds control or invisible characters");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return Optional.of("holds a path separator");
        }
        if (startsWithDrive(name)) {
            return Optional.of("names a drive");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("is longer than " + MAX_BYTES + " bytes");
        }
        return Optional.empty();
    }

    /** Most names are short and of plain letters, and a folder has many of them. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter <= ' ' || letter > '~' || letter == '\\' || letter == '/' || letter == ':') {
                return false;
            }
        }
        return name.length() <= MAX_BYTES;
    }

    /** Why the name would mean something else than a file of this name on Windows; empty if it would not. */
    static Optional<String> trapOnWindows(String name) {
        if (name.indexOf(':') >= 0) {
            return Optional.of("holds a colon");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("ends with a dot or a space");
        }
        return isDevice(name) ? Optional.of("is a device's name on Windows") : Optional.empty();
    }

    private static boolean startsWithDrive(String name) {
        return name.length() >= 2 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
    }

    /** An extension or trailing blanks do not make a device's name another. */
    private static boolean isDevice(String name) {
        String stem = name.split("[.]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches(PORT);
    }
}

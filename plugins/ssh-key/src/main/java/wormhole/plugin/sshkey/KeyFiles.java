package wormhole.plugin.sshkey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/** Finds public keys on the disk. */
final class KeyFiles {
    private static final String ENDING = ".pub";

    private static final String CURE = "Name one with --key-file, or make one: ssh-keygen -t ed25519";

    private KeyFiles() {}

    /** The key in a file, or all that are in a folder, in the order of their names; at least one. */
    static List<KeyFile> in(Path place) throws WormholeException {
        if (Files.notExists(place)) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "there is no '" + place + "' to take a key from")
                    .withHint(CURE);
        }
        if (!Files.isDirectory(place)) {
            return List.of(new KeyFile(place, read(place)));
        }
        List<KeyFile> found = new ArrayList<>();
        for (Path file : candidates(place)) {
            try {
                found.add(new KeyFile(file, parse(file)));
            } catch (BadKey e) {
                // A certificate or something that only has such a name; there may be a key beside it.
            }
        }
        if (found.isEmpty()) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "there is no public key in '" + place + "'")
                    .withHint(CURE);
        }
        return found;
    }

    private static Iterable<Path> candidates(Path folder) throws WormholeException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : stream) {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
            return files;
        } catch (IOException e) {
            throw FileTrouble.of(e, "read", folder).withHint(CURE);
        }
    }

    private static PublicKey read(Path file) throws WormholeException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + file + "' is no file");
        }
        try {
            return parse(file);
        } catch (BadKey e) {
            WormholeException failure = new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + file + "' " + e.why(), e);
            Path beside = file.resolveSibling(file.getFileName() + ENDING);
            throw Files.isRegularFile(beside)
                    ? failure.withHint("Its public half is '" + beside + "'.")
                    : failure.withHint("Name a file such as ~/.ssh/id_ed25519.pub. Nothing was sent.");
        }
    }

    private static PublicKey parse(Path file) throws BadKey, WormholeException {
        try (InputStream content = Files.newInputStream(file)) {
            // In UTF-8 no text has more characters than bytes: what is too long for a key is seen to be.
            byte[] bytes = content.readNBytes(4 * PublicKey.MAX_LINE_LENGTH);
            return PublicKey.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileTrouble.of(e, "read", file);
        }
    }
}

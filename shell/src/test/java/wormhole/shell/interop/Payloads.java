package wormhole.shell.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;

/** The files and the folder that are sent. Made once, the same in every run, and only read afterwards. */
final class Payloads {
    private final Path folder;

    private Payloads(Path folder) {
        this.folder = folder;
    }

    /** Makes all of them in a folder. */
    static Payloads make(Path folder) throws IOException {
        Payloads payloads = new Payloads(Files.createDirectories(folder));
        for (Content content : Content.values()) {
            payloads.make(content);
        }
        return payloads;
    }

    private void make(Content content) throws IOException {
        Path path = path(content);
        if (content == Content.DIRECTORY) {
            makeDirectory(path);
        } else {
            byte[] bytes = new byte[content.bytes()];
            new Random(content.bytes()).nextBytes(bytes);
            Files.write(path, bytes);
        }
    }

    private static void makeDirectory(Path root) throws IOException {
        if (Files.exists(root)) {
            return;
        }
        makeFolder(root, "rwxr-xr-x");
        makeFolder(root.resolve("empty"), "rwxr-xr-x");
        makeFolder(root.resolve("private"), "rwx------");
        makeFolder(root.resolve("private/also empty"), "rwxrwx---");
        makeFolder(root.resolve("ünïcödé 🕳"), "rwxr-xr-x");
        makeFile(root.resolve("plain.txt"), "rw-r--r--", "plain");
        makeFile(root.resolve("private/program.sh"), "rwxr-x---", "#!/bin/sh\n");
        makeFile(root.resolve("private/read-only"), "r--------", "read only");
        makeFile(root.resolve("ünïcödé 🕳/日本語.txt"), "rw-r-----", "日本語");
        makeFile(root.resolve("nothing in it"), "rw-------", "");
    }

    private static void makeFolder(Path path, String mode) throws IOException {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static void makeFile(Path path, String mode, String text) throws IOException {
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    /** Where a content stands. */
    Path path(Content content) {
        return folder.resolve(content.name());
    }

    /** How a sender is told to send it: all of them understand the same. */
    List<String> argument(Content content) {
        return content == Content.TEXT
                ? List.of("--text", Content.MESSAGE)
                : List.of(path(content).toString());
    }
}

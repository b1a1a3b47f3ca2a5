package wormhole.shell.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * Changes one setting of a file, line by line, so that comments and order stay as the person wrote them. What comes out is
 * read again before the file is replaced: a change that would change anything else is not made.
 */
final class ConfigEditor {
    private final Path file;

    ConfigEditor(Path file) {
        this.file = file;
    }

    /**
     * Sets a key.
     *
     * @param written the value in TOML
     */
    void set(String key, String written) throws WormholeException {
        edit(key, written);
    }

    /** Whether the file sets it. */
    boolean has(String key) throws WormholeException {
        return Files.exists(file) && TomlFile.read(file).containsKey(key);
    }

    void unset(String key) throws WormholeException {
        edit(key, "");
    }

    private void edit(String key, String written) throws WormholeException {
        try {
            String before = Files.exists(file) ? ConfigText.of(file) : "";
            Map<String, Setting> settings = TomlFile.parse(file, before);
            List<String> lines = new ArrayList<>(before.lines().toList());
            if (settings.containsKey(key)) {
                replace(lines, settings.get(key).line() - 1, key, written);
            } else if (!written.isEmpty()) {
                insert(lines, key, written);
            }
            String after = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            check(key, written, settings, after);
            write(after);
        } catch (IOException e) {
            throw new WormholeException(
                    ErrorCode.FILE_UNUSABLE, "cannot change the configuration '" + file + "': " + e.getMessage(), e);
        }
    }

    private static void replace(List<String> lines, int line, String key, String written) {
        if (written.isEmpty()) {
            lines.remove(line);
        } else {
            lines.set(line, leaf(key) + " = " + written);
        }
    }

    private static void insert(List<String> lines, String key, String written) {
        String line = leaf(key) + " = " + written;
        int dot = key.lastIndexOf('.');
        String header = dot < 0 ? "" : "[" + key.substring(0, dot) + "]";
        int place = 0;
        while (place < lines.size() && !isPlace(lines.get(place), header)) {
            place++;
        }
        if (header.isEmpty()) {
            lines.add(place, line);
        } else if (place < lines.size()) {
            lines.add(place + 1, line);
        } else {
            lines.addAll(lines.isEmpty() ? List.of(header, line) : List.of("", header, line));
        }
    }

    /** Settings without a table stand before the first one. */
    private static boolean isPlace(String line, String header) {
        return header.isEmpty() ? line.strip().startsWith("[") : line.strip().equals(header);
    }

    private static String leaf(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private void check(String key, String written, Map<String, Setting> before, String after) throws WormholeException {
        Map<String, List<String>> wanted = values(before);
        wanted.remove(key);
        if (!written.isEmpty()) {
            wanted.putAll(values(TomlFile.parse(file, "\"" + key + "\" = " + written)));
        }
        Map<String, List<String>> made;
        try {
            made = values(TomlFile.parse(file, after));
        } catch (WormholeException e) {
            made = Map.of();
        }
        if (!made.equals(wanted)) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + file + "' is written in a way that is not ours")
                    .withHint("Change '" + key + "' there by hand.");
        }
    }

    private static Map<String, List<String>> values(Map<String, Setting> settings) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        settings.forEach((key, setting) -> values.put(key, setting.values()));
        return values;
    }

    private void write(String text) throws IOException {
        // A link stays one: what it points to is changed.
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = real.getParent();
        if (folder == null) {
            throw new IOException("it is no file");
        }
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, ".config", null);
        Files.writeString(whole, text);
        Files.move(whole, real, StandardCopyOption.ATOMIC_MOVE);
    }
}

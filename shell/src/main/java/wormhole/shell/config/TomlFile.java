package wormhole.shell.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Reads a file in TOML. The one class that needs the library, so that no run without a file loads it. */
final class TomlFile {
    private TomlFile() {}

    /** All keys, with dots between their parts, in no particular order. */
    static Map<String, Setting> read(Path file) throws WormholeException {
        return parse(file, ConfigText.of(file));
    }

    static Map<String, Setting> parse(Path file, String text) throws WormholeException {
        TomlParseResult result = parsed(file, text);
        if (result.hasErrors()) {
            throw broken(file, result.errors().get(0));
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (List<String> path : result.keyPathSet()) {
            TomlPosition position = result.inputPositionOf(path);
            int line = position == null ? 1 : position.line();
            String key = String.join(".", path);
            settings.put(key, new Setting(values(result.get(path), file, line, key), file, line));
        }
        return settings;
    }

    /** Errors in keys that follow another error are thrown instead of being told in the result. */
    private static TomlParseResult parsed(Path file, String text) throws WormholeException {
        try {
            return Toml.parse(text);
        } catch (TomlParseError e) {
            throw broken(file, e);
        } catch (StackOverflowError e) {
            throw new WormholeException(ErrorCode.USAGE, file + ": is nested too deep", e)
                    .withHint("A setting is a text, a number, true, false, or a list of texts.");
        } catch (RuntimeException | AssertionError e) {
            // Some escapes that are cut off are a fault of the library's.
            throw new WormholeException(ErrorCode.USAGE, file + ": is no valid TOML", e)
                    .withHint("Mend the file; look for a '\\' in quotes.");
        }
    }

    private static WormholeException broken(Path file, TomlParseError error) {
        return new WormholeException(
                        ErrorCode.USAGE, file + ":" + error.position().line() + ": " + error.getMessage(), error)
                .withHint("Mend the file; it is written in TOML.");
    }

    private static List<String> values(@Nullable Object value, Path file, int line, String key)
            throws WormholeException {
        List<String> values = new ArrayList<>();
        if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                values.addAll(values(array.get(i), file, line, key));
            }
        } else if (value instanceof String || value instanceof Long || value instanceof Boolean) {
            values.add(value.toString());
        } else {
            throw new WormholeException(
                            ErrorCode.USAGE, file + ":" + line + ": '" + key + "' has a value of an unknown kind")
                    .withHint("Give a text in quotes, a whole number, true, false, or a list of texts.");
        }
        return values;
    }
}

package wormhole.shell.config;

import java.util.List;
import wormhole.spi.Option;

/** Values as they are written in TOML. */
final class TomlText {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private TomlText() {}

    static String of(Option option, List<String> values) {
        if (option.repeatable()) {
            return "[" + String.join(", ", values.stream().map(TomlText::quoted).toList()) + "]";
        }
        return switch (option.kind()) {
            case FLAG, TOGGLE, NUMBER -> values.get(0);
            case TEXT, PATH, DURATION -> quoted(values.get(0));
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point < FIRST_PRINTABLE || point == DELETE) {
                quoted.append(String.format("\\u%04x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}

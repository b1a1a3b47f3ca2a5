package wormhole.shell.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wormhole.spi.Option;

/** Values from environment variables. */
public record EnvironmentSource(Map<String, String> environment) implements ValueSource {
    private static final Set<String> OFF = Set.of("", "0", "false", "no", "off");

    @Override
    public Optional<List<String>> of(String command, Option option) {
        String variable = option.environment();
        String value = variable == null ? null : environment.get(variable);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                switch (option.kind()) {
                    case FLAG, TOGGLE -> String.valueOf(!OFF.contains(value.toLowerCase(Locale.ROOT)));
                    case TEXT, NUMBER, PATH, DURATION -> value;
                }));
    }
}

package wormhole.shell;

import java.util.List;
import java.util.Optional;
import wormhole.spi.Option;

/** Reads an option whose value is needed before the line can be parsed. */
final class EarlyOption {
    private EarlyOption() {}

    /** The last value given; empty if there is none. */
    static Optional<String> value(Option option, List<String> words) {
        String name = option.names().get(0);
        Optional<String> value = Optional.empty();
        for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
            if (words.get(i).startsWith(name + "=")) {
                value = Optional.of(words.get(i).substring(name.length() + 1));
            } else if (words.get(i).equals(name) && i + 1 < words.size()) {
                value = Optional.of(words.get(i + 1));
            }
        }
        return value;
    }
}

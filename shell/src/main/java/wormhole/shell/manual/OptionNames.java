package wormhole.shell.manual;

import java.util.ArrayList;
import java.util.List;
import wormhole.spi.Option;

/** The names by which an option can be given. */
final class OptionNames {
    private OptionNames() {}

    /** All of them; a toggle has one more, that turns it off. */
    static List<String> of(Option option) {
        List<String> names = new ArrayList<>(option.names());
        if (option.kind() == Option.Kind.TOGGLE) {
            option.names().stream()
                    .filter(name -> name.startsWith("--"))
                    .forEach(name -> names.add("--no-" + name.substring(2)));
        }
        return names;
    }
}

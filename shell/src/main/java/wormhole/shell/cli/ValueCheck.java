package wormhole.shell.cli;

import java.util.List;
import wormhole.spi.ErrorCode;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Refuses bad values before a command runs, whether it would have looked at them or not. */
public final class ValueCheck {
    private ValueCheck() {}

    /** Fails with {@link ErrorCode#USAGE} if a value is not of its option's kind, or none of its choices. */
    public static void check(List<Option> options, OptionValues values) throws WormholeException {
        for (Option option : options) {
            checkKind(option, values);
            checkChoice(option, values);
        }
        if (options.contains(GlobalOptions.WAIT)) {
            var unused = Waits.limits(values);
        }
    }

    private static void checkKind(Option option, OptionValues values) throws WormholeException {
        switch (option.kind()) {
            case NUMBER -> {
                var unused = values.number(option.key());
            }
            case DURATION -> {
                var unused = values.duration(option.key());
            }
            case PATH -> {
                var unused = values.paths(option.key());
            }
            case FLAG, TOGGLE, TEXT -> {}
        }
    }

    private static void checkChoice(Option option, OptionValues values) throws WormholeException {
        for (String value : values.all(option.key())) {
            if (!option.choices().isEmpty() && !option.choices().contains(value)) {
                throw new WormholeException(ErrorCode.USAGE, "'" + value + "' is no good value for " + option.shown())
                        .withHint("Give one of " + String.join(", ", option.choices()) + ".");
            }
        }
    }
}

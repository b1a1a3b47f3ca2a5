package wormhole.shell.command;

import java.util.Locale;
import wormhole.spi.Argument;
import wormhole.spi.CommandSpec;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** The codes among the arguments of a command, whichever plugin it is from. */
public final class CodeArguments {
    private CodeArguments() {}

    /** Fails if one is no code, before the command asks for anything. {@code receive} mends slips, and looks itself. */
    public static void check(CommandSpec spec, OptionValues values) throws WormholeException {
        if (spec.name().equals(ReceiveCommand.NAME)) {
            return;
        }
        for (Argument argument : spec.arguments()) {
            if (argument.kind() == Argument.Kind.CODE) {
                for (String code : values.all(argument.name().toLowerCase(Locale.ROOT))) {
                    var unused = CodeOptions.given(code.strip());
                }
            }
        }
    }
}

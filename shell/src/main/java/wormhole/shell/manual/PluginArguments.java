package wormhole.shell.manual;

import wormhole.shell.command.PluginsCommand;
import wormhole.spi.Argument;
import wormhole.spi.CommandSpec;

/** Which commands take the name of a plugin. What names there are, a shell asks the program when Tab is pressed. */
final class PluginArguments {
    /** The words, behind the program's own name, that list the names without opening a plugin. */
    static final String LIST = "plugins list " + PluginsCommand.NAMES.names().get(0);

    private PluginArguments() {}

    static boolean takes(CommandSpec spec) {
        return spec.arguments().stream().anyMatch(PluginArguments::isOne);
    }

    /** Whether nothing but the name of one plugin comes after the command. */
    static boolean takesOne(CommandSpec spec) {
        return takes(spec)
                && spec.arguments().size() == 1
                && !spec.arguments().get(0).repeatable();
    }

    static boolean isOne(Argument argument) {
        return argument.kind() == Argument.Kind.PLUGIN;
    }
}

package wormhole.shell.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.command.Listing;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.WormholeException;

/** The commands that show and change the configuration. */
public final class ConfigCommands {
    private static final Argument KEY =
            Argument.required("KEY", Argument.Kind.TEXT, "The setting, such as relay-url or receive.on-conflict.");

    private final Configuration configuration;
    private final Supplier<Collection<Command>> commands;

    private ConfigCommands(Configuration configuration, Supplier<Collection<Command>> commands) {
        this.configuration = configuration;
        this.commands = commands;
    }

    /** Whether an argument is the key of a setting. */
    public static boolean isKey(Argument argument) {
        return argument.equals(KEY);
    }

    /** All keys that a setting can have, in order. */
    public static List<String> keys(Collection<Command> commands) {
        return List.copyOf(new ConfigKeys(commands).all());
    }

    /** One of them. */
    private record Action(CommandSpec spec, Body body) implements Command {
        interface Body {
            void run(Invocation invocation) throws WormholeException;
        }

        @Override
        public void run(Invocation invocation) throws WormholeException {
            body.run(invocation);
        }
    }

    /**
     * All of them.
     *
     * @param commands those whose options are the settings; asked for when one of these runs
     */
    public static List<Command> of(Configuration configuration, Supplier<Collection<Command>> commands) {
        ConfigCommands all = new ConfigCommands(configuration, commands);
        String summary = "Show and change what options are when they are not given";
        return List.of(
                new Action(
                        CommandSpec.named("config", summary)
                                .describedBy(
                                        "Settings are named like options, those of a command with its name before"
                                                + " them. They stand in $XDG_CONFIG_HOME/wormhole/config.toml, and for everybody"
                                                + " in /etc/xdg/wormhole/config.toml. What stands in [profile.NAME] holds with"
                                                + " --profile NAME. The environment is stronger, and options are the strongest.")
                                .example("wormhole config set receive.on-conflict rename")
                                .example(
                                        "wormhole config set --profile work relay-url ws://mailbox.example.com:4000/v1")
                                .example("wormhole --profile work send report.pdf"),
                        all::list),
                new Action(CommandSpec.named("config list", "Show what is set, and where"), all::list),
                new Action(
                        CommandSpec.named("config get", "Show one setting; nothing if there is none")
                                .taking(KEY),
                        all::get),
                new Action(
                        CommandSpec.named("config set", "Set something, in your own file")
                                .taking(
                                        KEY,
                                        Argument.required("VALUE", Argument.Kind.TEXT, "What it is to be.")
                                                .repeated()),
                        all::set),
                new Action(
                        CommandSpec.named("config unset", "Take back what was set")
                                .taking(KEY),
                        all::unset));
    }

    private void list(Invocation invocation) throws WormholeException {
        configuration.checkNamed();
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Setting> entry : new TreeMap<>(configuration.effective()).entrySet()) {
            Setting setting = entry.getValue();
            lines.add(entry.getKey() + " = " + String.join(" ", setting.values()) + "  # " + setting.place());
            invocation
                    .ui()
                    .tell(Event.named("setting")
                            .with("key", entry.getKey())
                            .with("values", setting.values())
                            .with("file", setting.file().toString())
                            .with("file-line", setting.line()));
        }
        write(invocation, lines);
        note(invocation, lines.isEmpty());
        // A broken file can be looked at, but nothing else runs with it.
        configuration
                .problems(commands.get())
                .forEach(problem -> invocation
                        .ui()
                        .tell(Event.note(problem.messageText()
                                        + problem.hint()
                                                .map(hint -> "\n" + hint)
                                                .orElse(""))
                                .at(Event.Level.WARNING)));
    }

    /** What the list itself cannot show: that it is empty, and what is beside it. */
    private void note(Invocation invocation, boolean nothingSet) {
        if (nothingSet) {
            invocation.ui().tell(Event.note("Nothing is set: everything is as it is built in."));
        }
        SortedSet<String> others = configuration.profiles();
        others.remove(configuration.places().profile());
        if (!others.isEmpty()) {
            invocation.ui().tell(Event.note("Set apart, for --profile NAME: " + String.join(", ", others) + "."));
        }
    }

    private void get(Invocation invocation) throws WormholeException {
        configuration.checkNamed();
        String key = key(invocation);
        Option option = keys().option(key);
        List<String> values = configuration
                .setting(key)
                .map(Setting::values)
                .orElse(option.defaultValue() == null ? List.of() : List.of(option.defaultValue()));
        invocation.ui().tell(Event.named("setting").with("key", key).with("values", values));
        write(invocation, values);
    }

    private static void write(Invocation invocation, List<String> lines) throws WormholeException {
        if (!invocation.options().flag(GlobalOptions.JSON.key()) && !lines.isEmpty()) {
            String text = String.join("\n", lines) + "\n";
            Listing.write(invocation.ui().output(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void set(Invocation invocation) throws WormholeException {
        String key = key(invocation);
        List<String> values = invocation.options().all("value");
        keys().check(key, values);
        editor().set(prefix(invocation) + key, TomlText.of(keys().option(key), values));
    }

    private void unset(Invocation invocation) throws WormholeException {
        String key = prefix(invocation) + key(invocation);
        if (editor().has(key)) {
            editor().unset(key);
        } else {
            // Nothing to do, unless it was a slip.
            keys().option(key(invocation));
        }
    }

    private static String key(Invocation invocation) {
        return invocation.options().text("key").orElseThrow();
    }

    private static String prefix(Invocation invocation) throws WormholeException {
        String profile = invocation.options().text(GlobalOptions.PROFILE.key()).orElse("");
        if (!profile.matches("[A-Za-z0-9_-]*")) {
            throw new WormholeException(ErrorCode.USAGE, "a profile cannot be named '" + profile + "'")
                    .withHint("Use letters, digits, '-' and '_'.");
        }
        return profile.isEmpty() ? "" : Configuration.PROFILE + profile + ".";
    }

    private ConfigEditor editor() throws WormholeException {
        Path file = configuration
                .places()
                .user()
                .orElseThrow(
                        () -> new WormholeException(ErrorCode.FILE_NOT_FOUND, "nobody knows where your settings are")
                                .withHint("Set HOME or XDG_CONFIG_HOME, or give --config FILE."));
        return new ConfigEditor(file);
    }

    private ConfigKeys keys() {
        return new ConfigKeys(commands.get());
    }
}

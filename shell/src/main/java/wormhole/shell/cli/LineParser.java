package wormhole.shell.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Reads a command line. */
public final class LineParser {
    private final CommandTree tree;
    private final Path directory;
    private final Ansi colours;
    private final String lack;

    /**
     * A parser.
     *
     * @param directory against which relative paths are resolved, absolute
     * @param colours whether help may have colours
     */
    public LineParser(CommandTree tree, Path directory, boolean colours) {
        this(tree, directory, colours, "");
    }

    /**
     * A parser that may lack commands.
     *
     * @param lack why a command may not be known, a sentence for its hint; empty if all are
     */
    public LineParser(CommandTree tree, Path directory, boolean colours, String lack) {
        this.lack = lack;
        this.tree = tree;
        this.directory = directory;
        this.colours = colours ? Ansi.ON : Ansi.OFF;
    }

    /**
     * Reads the words of a command line. By one thread at a time.
     *
     * @param sources of values that are not typed; the first that knows an option wins
     * @throws WormholeException {@link ErrorCode#USAGE} with what is wrong and the nearest thing that is known
     */
    public ParsedLine parse(List<String> words, List<ValueSource> sources) throws WormholeException {
        CommandLine.ParseResult result = parseWords(words);
        CommandLine last = last(result);
        if (last.isUsageHelpRequested()) {
            return new ParsedLine.Help(whole(last).getUsageMessage(colours));
        }
        if (result.isVersionHelpRequested()) {
            return new ParsedLine.Version();
        }
        if (last.getCommandSpec().userObject() instanceof Command command) {
            return new ParsedLine.Run(command, values(command, result, sources));
        }
        throw new WormholeException(ErrorCode.USAGE, "what is to be done? '" + nameOf(last) + "' needs a command")
                .withHint("One of: "
                        + String.join(", ", whole(last).getSubcommands().keySet()) + ". See 'wormhole help'.");
    }

    /** The words of a line, with a command behind them if they name none and ask for nothing else. */
    public List<String> orElse(String command, List<String> words) throws WormholeException {
        CommandLine.ParseResult result = parseWords(words);
        if (result.hasSubcommand() || result.isUsageHelpRequested() || result.isVersionHelpRequested()) {
            return words;
        }
        List<String> more = new ArrayList<>(words);
        more.add(command);
        return more;
    }

    private CommandLine.ParseResult parseWords(List<String> words) throws WormholeException {
        String[] typed = words.toArray(String[]::new);
        try {
            return tree.rootFor(words).parseArgs(typed);
        } catch (CommandLine.ParameterException e) {
            return parseAmongAll(typed);
        }
    }

    /** Only among all commands can be said which of them was meant. */
    private CommandLine.ParseResult parseAmongAll(String[] typed) throws WormholeException {
        try {
            return tree.root().parseArgs(typed);
        } catch (CommandLine.ParameterException e) {
            throw UsageTrouble.of(e, lack);
        }
    }

    private OptionValues values(Command command, CommandLine.ParseResult result, List<ValueSource> sources)
            throws WormholeException {
        ValueCollector collector = new ValueCollector(sources);
        for (CommandLine.ParseResult level : result.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList()) {
            collector.take(level);
        }
        String name = command.spec().name();
        collector.complete(name, command.spec().options());
        collector.complete(name, GlobalOptions.ALL);
        OptionValues values = OptionValues.of(collector.values(), directory).shownAs(shown(command.spec()));
        ValueCheck.check(command.spec().options(), values);
        ValueCheck.check(GlobalOptions.ALL, values);
        return values;
    }

    private static Map<String, String> shown(CommandSpec spec) {
        Map<String, String> shown = new HashMap<>();
        spec.arguments().forEach(argument -> shown.put(argument.name().toLowerCase(Locale.ROOT), argument.name()));
        GlobalOptions.ALL.forEach(option -> shown.put(option.key(), option.shown()));
        spec.options().forEach(option -> shown.put(option.key(), option.shown()));
        return shown;
    }

    private static CommandLine last(CommandLine.ParseResult result) {
        List<CommandLine> levels = result.asCommandLineList();
        return levels.get(levels.size() - 1);
    }

    /** With all commands, where what was parsed with may have had a few. */
    private CommandLine whole(CommandLine line) {
        return line.getParent() == null ? tree.root() : line;
    }

    static String nameOf(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }

    /** The help of a command, given by its words; of the program, if there are none. */
    public String help(List<String> words) throws WormholeException {
        CommandLine found = tree.root();
        for (String word : words) {
            CommandLine next = found.getSubcommands().get(word);
            if (next == null) {
                throw UsageTrouble.unknownCommand(word, found, lack);
            }
            found = next;
        }
        // A command's output is escaped on a terminal, so colours would be shown as what they are made of.
        return found.getUsageMessage(Ansi.OFF);
    }
}

package wormhole.shell.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/** Completions for fish. */
final class FishCompletion {
    /** The words of a command line that are neither options nor their values decide what may follow. */
    private static final String CONDITIONS = """
            function __wormhole_words
                set -l value
                for word in (commandline -opc)[2..-1]
                    if test -n "$value"
                        set value
                    else if contains -- $word %s
                        set value next
                    else if not string match -q -- '-*' $word
                        echo $word
                    end
                end
            end

            function __wormhole_in
                set -l words (__wormhole_words)
                test (count $words) -ge (count $argv); or return 1
                for i in (seq (count $argv))
                    contains -- $words[$i] (string split / -- $argv[$i]); or return 1
                end
            end

            function __wormhole_at
                __wormhole_in $argv; and test (count (__wormhole_words)) -eq (count $argv)
            end

            function __wormhole_plugins
                set -l program (string replace -r '^~' $HOME -- (commandline -opc)[1])
                $program %s </dev/null 2>/dev/null
            end

            """;

    private final List<CommandSpec> specs;

    FishCompletion(Collection<Command> commands) {
        this.specs = commands.stream().map(Command::spec).toList();
    }

    String script() {
        StringBuilder script = new StringBuilder("# Completions of wormhole; generated.\n");
        script.append(CONDITIONS.formatted(valuedNames(), PluginArguments.LIST));
        TreeMap<String, String> first = new TreeMap<>();
        for (CommandSpec spec : specs) {
            int space = spec.name().indexOf(' ');
            if (space < 0) {
                first.put(spec.name(), spec.summary());
            } else {
                String parent = spec.name().substring(0, space);
                first.putIfAbsent(parent, spec.summary());
                line(script, "__wormhole_at " + parent, "-f -a " + spec.name().substring(space + 1), spec.summary());
            }
        }
        first.forEach((name, summary) -> line(script, "__wormhole_at", "-f -a " + name, summary));
        line(
                script,
                "__wormhole_at completion",
                "-x -a '" + String.join(" ", CompletionCommand.SHELLS) + "'",
                "The shell");
        first.forEach((name, summary) -> line(script, "__wormhole_at help", "-f -a " + name, summary));
        specs.forEach(spec -> command(script, spec));
        GlobalOptions.ALL.forEach(option -> option(script, "", option));
        line(script, "", "-s h -l help -f", "Shows help");
        line(script, "", "-l version -f", "Shows the version");
        return script.toString();
    }

    private String valuedNames() {
        return Stream.concat(specs.stream().flatMap(spec -> spec.options().stream()), GlobalOptions.ALL.stream())
                .filter(FishCompletion::valued)
                .flatMap(option -> option.names().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static boolean valued(Option option) {
        return option.kind() != Option.Kind.FLAG && option.kind() != Option.Kind.TOGGLE;
    }

    private void command(StringBuilder script, CommandSpec spec) {
        List<String> words = new ArrayList<>(List.of(spec.name().split(" ", -1)));
        String last = words.remove(words.size() - 1);
        words.add(Stream.concat(Stream.of(last), spec.aliases().stream()).collect(Collectors.joining("/")));
        String command = String.join(" ", words);
        String condition = "__wormhole_in " + command;
        boolean othersBelow = specs.stream().anyMatch(other -> other.name().startsWith(spec.name() + " "));
        if (!othersBelow && spec.arguments().stream().noneMatch(argument -> argument.kind() == Argument.Kind.PATH)) {
            script.append("complete -c wormhole -n '").append(condition).append("' -f\n");
        }
        if (PluginArguments.takes(spec)) {
            String place = PluginArguments.takesOne(spec) ? "__wormhole_at " : "__wormhole_in ";
            line(script, place + command, "-f -a '(__wormhole_plugins)'", "Plugin");
        }
        spec.options().forEach(option -> option(script, condition, option));
    }

    private static void option(StringBuilder script, String condition, Option option) {
        StringBuilder what = new StringBuilder();
        for (String name : OptionNames.of(option)) {
            what.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (!option.choices().isEmpty()) {
            what.append(" -x -a '").append(String.join(" ", option.choices())).append('\'');
        } else if (valued(option)) {
            what.append(option.kind() == Option.Kind.PATH ? " -r -F" : " -x");
        }
        line(script, condition, what.toString().strip(), option.description());
    }

    private static void line(StringBuilder script, String condition, String what, String description) {
        script.append("complete -c wormhole ");
        if (!condition.isEmpty()) {
            script.append("-n '").append(condition).append("' ");
        }
        String text = description.replace("\\", "\\\\").replace("'", "\\'");
        script.append(what).append(" -d '").append(text).append("'\n");
    }
}

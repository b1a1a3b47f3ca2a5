package wormhole.shell.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/** Completions for fish. */
final class FishCompletion {
    private final List<CommandSpec> specs;

    FishCompletion(Collection<Command> commands) {
        this.specs = commands.stream().map(Command::spec).toList();
    }

    String script() {
        StringBuilder script = new StringBuilder("# Completions of wormhole; generated.\n");
        TreeMap<String, String> first = new TreeMap<>();
        for (CommandSpec spec : specs) {
            int space = spec.name().indexOf(' ');
            if (space < 0) {
                first.put(spec.name(), spec.summary());
            } else {
                String parent = spec.name().substring(0, space);
                first.putIfAbsent(parent, spec.summary());
                line(script, seen(List.of(parent)), "-a " + spec.name().substring(space + 1), spec.summary());
            }
        }
        first.forEach((name, summary) -> line(script, "__fish_use_subcommand", "-a " + name, summary));
        line(script, seen(List.of("completion")), "-x -a 'bash zsh fish'", "The shell");
        specs.forEach(spec -> options(script, spec));
        GlobalOptions.ALL.forEach(option -> option(script, "", option));
        return script.toString();
    }

    private static void options(StringBuilder script, CommandSpec spec) {
        List<String> words =
                new ArrayList<>(List.of(spec.name().substring(spec.name().indexOf(' ') + 1)));
        words.addAll(spec.aliases());
        spec.options().forEach(option -> option(script, seen(words), option));
    }

    private static String seen(List<String> words) {
        return "__fish_seen_subcommand_from " + String.join(" ", words);
    }

    private static void option(StringBuilder script, String condition, Option option) {
        StringBuilder what = new StringBuilder();
        for (String name : OptionNames.of(option)) {
            what.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        boolean valued = option.kind() != Option.Kind.FLAG && option.kind() != Option.Kind.TOGGLE;
        if (!option.choices().isEmpty()) {
            what.append(" -x -a '").append(String.join(" ", option.choices())).append('\'');
        } else if (valued) {
            what.append(" -r");
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

package wormhole.shell.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/** Completions for zsh, in its own terms, so that it shows what each word and option is for. */
final class ZshCompletion {
    private static final String PLUGINS = """
            _wormhole_plugins() {
              local -a plugins
              local expl
              plugins=(${(f)"$($program %s </dev/null 2>/dev/null)"})
              _wanted plugins expl plugin compadd -a plugins
            }

            """;

    private final List<CommandSpec> specs;

    ZshCompletion(Collection<Command> commands) {
        this.specs = commands.stream().map(Command::spec).toList();
    }

    /** The file serves in a folder of the fpath, where its first call has to complete at once, and as a sourced one. */
    String script() {
        StringBuilder script = new StringBuilder("#compdef wormhole\n# Completions of wormhole; generated.\n");
        script.append(PLUGINS.formatted(PluginArguments.LIST));
        script.append(
                "_wormhole() {\n  local program=${words[1]/#\\~/$HOME}\n  local curcontext=$curcontext context state state_descr line\n");
        script.append("  typeset -A opt_args\n  local -a global commands\n  global=(\n");
        GlobalOptions.ALL.forEach(
                option -> script.append("    ").append(option(option)).append('\n'));
        script.append("    '(- *)'{-h,--help}'[Shows help]'\n    '(- *)--version[Shows the version]'\n  )\n");
        level(script, "", "  ");
        return script.append("}\n\nif [[ $funcstack[1] == _wormhole ]]; then\n  _wormhole \"$@\"\n")
                .append("else\n  compdef _wormhole wormhole\nfi\n")
                .toString();
    }

    /** What may follow the words of a command that has others below it; at the top there are none. */
    private void level(StringBuilder script, String words, String indent) {
        TreeMap<String, List<CommandSpec>> below = new TreeMap<>();
        for (CommandSpec spec : specs) {
            if (spec.name().startsWith(words) && !spec.name().equals(words.strip())) {
                String rest = spec.name().substring(words.length());
                below.computeIfAbsent(rest.split(" ", 2)[0], word -> new ArrayList<>())
                        .add(spec);
            }
        }
        script.append(indent).append("_arguments -C -s $global '1: :->command' '*:: :->rest' && return\n");
        script.append(indent).append("case $state in\n").append(indent).append("  command)\n");
        script.append(indent).append("    commands=(\n");
        below.forEach((word, those) -> script.append(indent)
                .append("      ")
                .append(quoted(word + ":" + summary(words + word, those)))
                .append('\n'));
        script.append(indent).append("    )\n").append(indent).append("    _describe command commands\n");
        script.append(indent).append("    ;;\n").append(indent).append("  rest)\n");
        script.append(indent).append("    case $line[1] in\n");
        below.forEach((word, those) -> oneOf(script, words, Map.entry(word, those), indent + "      "));
        script.append(indent).append("    esac\n").append(indent).append("    ;;\n");
        script.append(indent).append("esac\n");
    }

    private static String summary(String name, List<CommandSpec> those) {
        return those.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElse(those.get(0))
                .summary();
    }

    private void oneOf(StringBuilder script, String words, Map.Entry<String, List<CommandSpec>> entry, String indent) {
        String name = words + entry.getKey();
        CommandSpec only = entry.getValue().get(0);
        boolean leaf = entry.getValue().size() == 1 && only.name().equals(name);
        List<String> names = new ArrayList<>(List.of(entry.getKey()));
        names.addAll(leaf ? only.aliases() : List.of());
        script.append(indent).append(String.join("|", names)).append(")\n");
        if (leaf) {
            leaf(script, only, indent + "  ");
        } else {
            level(script, name + " ", indent + "  ");
        }
        script.append(indent).append("  ;;\n");
    }

    private void leaf(StringBuilder script, CommandSpec spec, String indent) {
        script.append(indent).append("_arguments -s $global");
        spec.options()
                .forEach(option ->
                        script.append(" \\\n").append(indent).append("  ").append(option(option)));
        int place = 0;
        for (Argument argument : spec.arguments()) {
            place++;
            String which = argument.repeatable() ? "*" : String.valueOf(place);
            script.append(" \\\n")
                    .append(indent)
                    .append("  ")
                    .append(quoted(which + ":" + message(argument.name()) + ":" + action(spec, argument)));
        }
        script.append('\n');
    }

    private String action(CommandSpec spec, Argument argument) {
        if (spec.name().equals("completion")) {
            return "(" + String.join(" ", CompletionCommand.SHELLS) + ")";
        }
        return switch (argument.kind()) {
            case PATH -> "_files";
            case COMMAND ->
                specs.stream()
                        .map(other -> other.name().split(" ", 2)[0])
                        .distinct()
                        .collect(Collectors.joining(" ", "(", ")"));
            case PLUGIN -> "_wormhole_plugins";
            case TEXT, CODE -> " ";
        };
    }

    private static String option(Option option) {
        boolean valued = option.kind() != Option.Kind.FLAG && option.kind() != Option.Kind.TOGGLE;
        List<String> names = OptionNames.of(option);
        String text = "[" + described(option.description()) + "]";
        if (valued) {
            text += ":" + message(option.valueName()) + ":" + values(option);
        }
        List<String> spelled = names.stream()
                .map(name -> valued ? name + (name.startsWith("--") ? "=" : "+") : name)
                .toList();
        String before = option.repeatable() ? "*" : "(" + String.join(" ", names) + ")";
        String which = spelled.size() == 1 ? spelled.get(0) : "{" + String.join(",", spelled) + "}";
        return quoted(before) + which + quoted(text);
    }

    private static String values(Option option) {
        if (!option.choices().isEmpty()) {
            return "(" + String.join(" ", option.choices()) + ")";
        }
        return option.kind() == Option.Kind.PATH ? "_files" : " ";
    }

    private static String described(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private static String message(String text) {
        return text.replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

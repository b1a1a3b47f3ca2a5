package wormhole.shell.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/** Completions for bash. Names are of letters, digits and hyphens, so nothing needs quotes. */
final class BashCompletion {
    /** A broken plugin is known by its file's name, which can be any: bash must not take it for anything but text. */
    private static final String PLUGINS = """
            _wormhole_plugins() {
              local name quoted
              compopt +o default +o bashdefault 2>/dev/null
              while IFS= read -r name; do
                if [[ $name == "$cur"* ]]; then
                  printf -v quoted %%q "$name"
                  COMPREPLY+=("$quoted")
                fi
              done < <("${COMP_WORDS[0]/#\\~/$HOME}" %s </dev/null 2>/dev/null)
            }
            """;

    private final List<CommandSpec> specs;

    BashCompletion(Collection<Command> commands) {
        this.specs = commands.stream().map(Command::spec).toList();
    }

    String script() {
        StringBuilder script = new StringBuilder("# Completions of wormhole; generated.\n");
        script.append(PLUGINS.formatted(PluginArguments.LIST)).append("_wormhole() {\n");
        script.append(
                "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' words='' word\n");
        // Bash takes '--name=value' for three words.
        script.append("  COMPREPLY=()\n");
        script.append(
                "  case $cur in\n    =) cur='' ;;\n    *) [ \"$prev\" != = ] || prev=${COMP_WORDS[COMP_CWORD-2]} ;;\n  esac\n");
        script.append("  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case \"$command:$word\" in\n");
        commandCases(script);
        script.append("    esac\n  done\n  case \"$command:$prev\" in\n");
        valueCases(script);
        script.append("  esac\n  case $cur in\n    -*)\n      case $command in\n");
        optionCases(script);
        script.append("      esac\n      words=\"$words ").append(globalNames()).append("\"\n      ;;\n");
        script.append("    *)\n      case $command in\n");
        wordCases(script);
        script.append("      esac\n      ;;\n  esac\n");
        script.append("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\n");
        // Where nothing of ours fits, files are offered.
        return script.append("complete -o bashdefault -o default -F _wormhole wormhole\n")
                .toString();
    }

    private void commandCases(StringBuilder script) {
        TreeSet<String> cases = new TreeSet<>();
        for (CommandSpec spec : specs) {
            String[] words = spec.name().split(" ", -1);
            String parent = words.length > 1 ? words[0] : "";
            List<String> last = new ArrayList<>(List.of(words[words.length - 1]));
            last.addAll(spec.aliases());
            last.forEach(word -> cases.add("      '" + parent + ":" + word + "') command='" + spec.name() + "' ;;\n"));
            if (words.length > 1) {
                cases.add("      ':" + parent + "') command='" + parent + "' ;;\n");
            }
        }
        cases.forEach(script::append);
    }

    private void valueCases(StringBuilder script) {
        for (CommandSpec spec : specs) {
            spec.options().forEach(option -> valueCase(script, "'" + spec.name() + "'", option));
        }
        GlobalOptions.ALL.forEach(option -> valueCase(script, "*", option));
    }

    private static void valueCase(StringBuilder script, String command, Option option) {
        if (option.kind() == Option.Kind.FLAG || option.kind() == Option.Kind.TOGGLE) {
            return;
        }
        List<String> patterns =
                option.names().stream().map(name -> command + ":" + name).toList();
        script.append("    ").append(String.join("|", patterns)).append(")\n");
        if (option.choices().isEmpty()) {
            // A file's name may have spaces, and a folder's wants a slash.
            script.append("      local IFS=$'\\n'\n      compopt -o filenames 2>/dev/null\n");
        }
        script.append("      COMPREPLY=($(compgen ")
                .append(option.choices().isEmpty() ? "-f" : "-W '" + String.join(" ", option.choices()) + "'")
                .append(" -- \"$cur\"))\n      return\n      ;;\n");
    }

    private void optionCases(StringBuilder script) {
        for (CommandSpec spec : specs) {
            List<String> names = new ArrayList<>();
            spec.options().forEach(option -> names.addAll(OptionNames.of(option)));
            script.append("        '")
                    .append(spec.name())
                    .append("') words='")
                    .append(String.join(" ", names))
                    .append("' ;;\n");
        }
    }

    private static String globalNames() {
        List<String> names = new ArrayList<>();
        GlobalOptions.ALL.forEach(option -> names.addAll(OptionNames.of(option)));
        names.add("--help");
        return String.join(" ", names);
    }

    private void wordCases(StringBuilder script) {
        TreeSet<String> first = new TreeSet<>();
        TreeSet<String> parents = new TreeSet<>();
        for (CommandSpec spec : specs) {
            int space = spec.name().indexOf(' ');
            first.add(space < 0 ? spec.name() : spec.name().substring(0, space));
            if (space > 0) {
                parents.add(spec.name().substring(0, space));
            }
        }
        script.append("        '') words='").append(String.join(" ", first)).append("' ;;\n");
        for (String parent : parents) {
            List<String> children = specs.stream()
                    .filter(spec -> spec.name().startsWith(parent + " "))
                    .map(spec -> spec.name().substring(parent.length() + 1))
                    .toList();
            script.append("        '")
                    .append(parent)
                    .append("') words='")
                    .append(String.join(" ", children))
                    .append("' ;;\n");
        }
        script.append("        completion) words='")
                .append(String.join(" ", CompletionCommand.SHELLS))
                .append("' ;;\n");
        specs.stream()
                .filter(PluginArguments::takes)
                .forEach(spec -> script.append("        '")
                        .append(spec.name())
                        .append("')\n          _wormhole_plugins\n          return\n          ;;\n"));
        script.append("        help) words='").append(String.join(" ", first)).append("' ;;\n");
    }
}

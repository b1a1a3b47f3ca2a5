package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Command;
import wormhole.spi.Option;

/** Texts and documents name an option by its long name, and what stands for its value as the help does. */
class OptionWordingTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WITH_LABEL = Pattern.compile("(--[a-z][a-z-]+)[ =]([A-Z][A-Z|=]*)\\b");
    /** As part of a command line of ours. */
    private static final Pattern SHORT = Pattern.compile("\\bwormhole [a-z][^|;>&(]* (-[a-zA-Z0-9])\\b");

    private final Map<String, Set<String>> labels;

    OptionWordingTest() throws IOException {
        labels = labels();
    }

    @Test
    void textsSayItAsTheHelpDoes() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("../shell", "../plugins", "../wormhole-spi", "../wormhole-engine")) {
            sources.addAll(files(Path.of(module), ".java").stream()
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList());
        }
        assertThat(sources).hasSizeGreaterThan(300);
        for (Path source : sources) {
            Matcher literal = LITERAL.matcher(Files.readString(source));
            while (literal.find()) {
                check(source, literal.group(1));
            }
        }
    }

    @Test
    void documentsSayItAsTheHelpDoes() throws IOException {
        List<Path> documents = new ArrayList<>(files(Path.of("../docs"), ".md"));
        documents.add(Path.of("../README.md"));
        for (Path document : documents) {
            for (String line : Files.readAllLines(document)) {
                if (line.contains("wormhole") || line.contains("`--")) {
                    check(document, line);
                }
            }
        }
    }

    @Test
    void whatIsWrongIsNamedAsItIsTyped() {
        ProgramRun program = ProgramRun.inEmptySurroundings().withPlugins();

        assertThat(program.run("send", "--code-length", "two", "x").error())
                .contains("'two' is no good value for --code-length N");
        assertThat(program.run("send", "--timeout", "soon", "x").error())
                .contains("'soon' is no good value for --timeout TIME");
        assertThat(program.run("receive", "--code-file").error()).contains("the value of --code-file FILE is missing");
        assertThat(program.run("send", "").error()).contains("'' is no good value for PATH");
        assertThat(program.run("receive", "--allocate", "--zero").error())
                .contains("--allocate and --zero contradict each other");
        assertThat(program.run("server", "--mailbox-port", "65536").error())
                .contains("'65536' is no good value for --mailbox-port PORT");
        assertThat(program.run("config", "set", "send.code-length", "two").error())
                .contains("'two' is no good value for --code-length N");
    }

    private void check(Path where, String text) {
        Matcher named = WITH_LABEL.matcher(text);
        while (named.find()) {
            Set<String> known = labels.getOrDefault(named.group(1), Set.of());
            if (known.stream().anyMatch(label -> !label.isEmpty())) {
                assertThat(known).as(where + ": " + text).contains(named.group(2));
            }
        }
        assertThat(SHORT.matcher(text).find()).as(where + ": " + text).isFalse();
    }

    private static Map<String, Set<String>> labels() throws IOException {
        Map<String, Set<String>> labels = new HashMap<>();
        for (Option option : options()) {
            option.names()
                    .forEach(name -> labels.computeIfAbsent(name, unknown -> new TreeSet<>())
                            .add(option.valueName()));
        }
        return labels;
    }

    private static List<Option> options() throws IOException {
        List<Option> options = new ArrayList<>(GlobalOptions.ALL);
        for (Command command : AllCommands.list()) {
            options.addAll(command.spec().options());
        }
        return options;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}

package wormhole.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

class LineParserTest {
    private static final CommandSpec FETCH = CommandSpec.named("fetch", "Fetch things")
            .alias("get", "take")
            .taking(Argument.required("THING", Argument.Kind.TEXT, "What, 100% of it."))
            .taking(Argument.optional("MORE", Argument.Kind.TEXT, "What else.").repeated())
            .with(
                    Option.flag("Be fast.", "--fast", "-f").fromEnvironment("FAST"),
                    Option.toggle("Show it.", "--show"),
                    Option.text("WORD", "A word.", "--word", "-w")
                            .defaultingTo("none")
                            .fromEnvironment("WORD"),
                    Option.text("TAG", "A tag.", "--tag").repeated(),
                    Option.number("N", "How often.", "--times", "-n"),
                    Option.duration("TIME", "How long.", "--delay"),
                    Option.path("FILE", "Where.", "--into"),
                    Option.text("COLOUR", "Which.", "--colour").oneOf("red", "blue"),
                    Option.flag("Zero.", "--zero", "-0"))
            .example("wormhole fetch water  # 100% pure");

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void argumentsAreKeptInOrderAndUnderTheirNames() throws WormholeException {
        OptionValues values = fetch("water", "milk", "tea");

        assertThat(values.text("thing")).contains("water");
        assertThat(values.all("more")).containsExactly("milk", "tea");
    }

    @Test
    void flagsAndValuesAreReadInAllUsualForms() throws WormholeException {
        OptionValues values = fetch("-f0", "-n3", "--word=a b", "--delay", "1h30m", "--into", "there", "x");

        assertThat(values.flag("fast")).isTrue();
        assertThat(values.flag("zero")).isTrue();
        assertThat(values.number("times")).hasValue(3);
        assertThat(values.text("word")).contains("a b");
        assertThat(values.duration("delay")).contains(Duration.ofMinutes(90));
        assertThat(values.path("into")).contains(Path.of("/base/there"));
    }

    @Test
    void aToggleIsOnOrOffOrNeither() throws WormholeException {
        assertThat(fetch("--show", "x").toggle("show")).contains(true);
        assertThat(fetch("--no-show", "x").toggle("show")).contains(false);
        assertThat(fetch("x").toggle("show")).isEmpty();
        assertThat(fetch("--show", "--no-show", "x").toggle("show")).contains(false);
    }

    @Test
    void theLastOfSeveralValuesCountsAndARepeatableOptionKeepsAll() throws WormholeException {
        OptionValues values = fetch("-w", "a", "-w", "b", "--tag", "c", "--tag", "d", "x");

        assertThat(values.text("word")).contains("b");
        assertThat(values.all("tag")).containsExactly("c", "d");
    }

    @Test
    void whatIsTypedBeatsTheEnvironmentWhichBeatsTheDefault() throws WormholeException {
        assertThat(fetch("x").text("word")).contains("none");
        environment.put("WORD", "variable");
        assertThat(fetch("x").text("word")).contains("variable");
        assertThat(fetch("--word", "typed", "x").text("word")).contains("typed");
    }

    @Test
    void aVariableTurnsAFlagOnUnlessItSaysNo() throws WormholeException {
        for (String yes : List.of("1", "true", "yes", "x")) {
            environment.put("FAST", yes);
            assertThat(fetch("x").flag("fast")).as(yes).isTrue();
        }
        for (String no : List.of("", "0", "false", "No", "OFF")) {
            environment.put("FAST", no);
            assertThat(fetch("x").flag("fast")).as(no).isFalse();
        }
    }

    @Test
    void globalOptionsMayStandBeforeAndBehindTheCommand() throws WormholeException {
        OptionValues values = values(
                "--transit-helper", "tcp:a:1", "--quiet", "fetch", "x", "--transit-helper", "tcp:b:2", "--appid", "y");

        assertThat(values.all("transit-helper")).containsExactly("tcp:a:1", "tcp:b:2");
        assertThat(values.flag("quiet")).isTrue();
        assertThat(values.text("appid")).contains("y");
    }

    @Test
    void aDashIsAnArgumentAndTwoEndTheOptions() throws WormholeException {
        assertThat(fetch("-").text("thing")).contains("-");
        assertThat(fetch("--", "--fast", "@file").all("more")).containsExactly("@file");
        assertThat(fetch("--", "--fast").text("thing")).contains("--fast");
        assertThat(fetch("@file").text("thing")).contains("@file");
        assertThat(fetch("\"quoted\"").text("thing")).contains("\"quoted\"");
    }

    @Test
    void everyNameLeadsToTheCommand() throws WormholeException {
        for (String name : List.of("fetch", "get", "take")) {
            assertThat(parse(name, "x")).isInstanceOf(ParsedLine.Run.class);
        }
    }

    @Test
    void commandsOfTwoWordsShareTheFirst() throws WormholeException {
        assertThat(specOf("ssh", "invite").name()).isEqualTo("ssh invite");
        assertThat(specOf("ssh", "accept").name()).isEqualTo("ssh accept");
        assertThat(specOf("ssh", "take").name()).isEqualTo("ssh accept");
        assertThat(specOf("things").name()).isEqualTo("things");
        assertThat(specOf("things", "list").name()).isEqualTo("things list");
    }

    @Test
    void theFirstOfTwoWordsIsNoCommand() {
        assertUsage("'wormhole ssh' needs a command", "One of: invite, accept", "ssh");
    }

    @Test
    void badValuesAreRefusedBeforeTheCommandRuns() {
        assertUsage("'many' is no good value for --times N", "whole number", "fetch", "x", "-n", "many");
        assertUsage("'soon' is no good value for --delay TIME", "90s", "fetch", "x", "--delay", "soon");
        assertUsage("'green' is no good value for --colour COLOUR", "red, blue", "fetch", "x", "--colour", "green");
    }

    @Test
    void slipsAreNamedWithWhatWasMeant() {
        assertUsage("there is no option --fats", "Did you mean --fast?", "fetch", "x", "--fats");
        assertUsage("there is no command 'fecth'", "Did you mean fetch?", "fecth");
        assertUsage("there is no command 'ssh invte'", "Did you mean invite?", "ssh", "invte");
        assertUsage("there is no command 'ssh foo'", "'ssh' has: ", "ssh", "foo");
        assertUsage("THING is missing", "See 'wormhole help fetch'", "fetch");
        assertUsage("the value of --word WORD is missing", "See 'wormhole help fetch'", "fetch", "x", "--word");
    }

    @Test
    void anOptionBeforeItsCommandIsToldWhereItBelongs() {
        assertUsage(
                "--fast stands before a command, and is an option of fetch",
                "behind the command",
                "--fast",
                "fetch",
                "x");
    }

    @Test
    void aWordThatNamesAnotherCommandDoesNotHideWhichWasMeant() {
        assertUsage("there is no command 'fetsh'", "Did you mean fetch?", "fetsh", "ssh");
    }

    @Test
    void helpShowsEverythingThatIsDeclared() throws WormholeException {
        String help = ((ParsedLine.Help) parse("fetch", "--help")).text();

        assertThat(help)
                .contains("Fetch things", "THING [MORE...]", "What, 100% of it.", "-w, --word=WORD", "--[no-]show")
                .contains("Default: none. Also from $WORD.", "One of red, blue.", "wormhole fetch water  # 100% pure")
                .doesNotContain("--relay-url");
        assertThat(((ParsedLine.Help) parse("--help")).text())
                .contains("--relay-url", "fetch, get, take", "Its commands: ");
    }

    @Test
    void theVersionIsAskedForWithoutACommand() throws WormholeException {
        assertThat(parse("--version")).isInstanceOf(ParsedLine.Version.class);
    }

    private CommandSpec specOf(String... words) throws WormholeException {
        return ((ParsedLine.Run) parse(words)).command().spec();
    }

    private OptionValues fetch(String... words) throws WormholeException {
        String[] all = new String[words.length + 1];
        all[0] = "fetch";
        System.arraycopy(words, 0, all, 1, words.length);
        return values(all);
    }

    private OptionValues values(String... words) throws WormholeException {
        return ((ParsedLine.Run) parse(words)).values();
    }

    private ParsedLine parse(String... words) throws WormholeException {
        List<Command> commands = List.of(
                idle(FETCH),
                idle(CommandSpec.named("ssh invite", "Ask for a key")),
                idle(CommandSpec.named("ssh accept", "Give a key").alias("take")),
                idle(CommandSpec.named("things", "Show things")),
                idle(CommandSpec.named("things list", "List things")));
        return new LineParser(CommandTree.of(commands), Path.of("/base"), false)
                .parse(List.of(words), List.of(new EnvironmentSource(environment)));
    }

    private static Command idle(CommandSpec spec) {
        return new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public void run(Invocation invocation) {
                throw new AssertionError("parsing runs nothing");
            }
        };
    }

    private void assertUsage(String what, String cure, String... words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOfSatisfying(WormholeException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
            assertThat(e.messageText()).contains(what);
            assertThat(e.hint().orElse("")).contains(cure);
        });
    }
}

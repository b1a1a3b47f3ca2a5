package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wormhole.engine.ClientVersion;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.script.Results;
import wormhole.shell.script.ScriptFile;
import wormhole.shell.script.ScriptLine;
import wormhole.shell.script.Variables;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** Runs lines: transfers and servers as jobs behind the prompt, everything else in front of it. By the reader's thread. */
final class LineRunner {
    private static final Set<String> LASTING = Set.of("send", "receive", "server");
    /** Their words are texts, even those that look like options. */
    private static final Set<String> TEXTUAL = Set.of("echo", "set");

    private static final int MAX_DEPTH = 20;

    private static final String PROGRAM = "wormhole";
    private static final String SERVER = "server";

    /** Where a line comes from. */
    private enum Origin {
        TYPED,
        /** Of a script, a line waits for the one before, unless that ends with {@code &}. */
        SCRIPT
    }

    private final ShellHost host;
    private final Screen screen;
    private final Jobs jobs;
    private final Front front;
    private final TypedCode codes;
    private final OptionValues inherited;
    private final Variables variables = new Variables();
    private final JobLauncher launcher;
    private int commands;
    private int depth;

    /**
     * A runner.
     *
     * @param inherited options of the shell itself, of which the global ones hold for every line
     */
    LineRunner(
            ShellHost host,
            Screen screen,
            Jobs jobs,
            Board board,
            Front front,
            TypedCode codes,
            OptionValues inherited) {
        this.host = host;
        this.screen = screen;
        this.jobs = jobs;
        this.launcher = new JobLauncher(host, screen, board, variables);
        this.front = front;
        this.codes = codes;
        this.inherited = inherited;
    }

    /** Runs a line that was typed; what is wrong with it is said. Returns false if it failed before the next prompt. */
    boolean run(String line) {
        try {
            return run(line, Origin.TYPED);
        } catch (WormholeException e) {
            screen.print(host.describe(e, false));
        } catch (RuntimeException | LinkageError e) {
            screen.print(host.describe(
                    new WormholeException(ErrorCode.INTERNAL, "a fault of this program: " + e, e), false));
        }
        return false;
    }

    /** Runs the lines of a script, until one fails. */
    private void source(ScriptFile script) throws WormholeException {
        if (depth == MAX_DEPTH) {
            throw new WormholeException(ErrorCode.USAGE, "scripts call each other without end")
                    .withHint("Take 'source' out of one of them.");
        }
        depth++;
        try {
            runAll(script);
        } finally {
            depth--;
        }
    }

    private void runAll(ScriptFile script) throws WormholeException {
        for (int i = 0; i < script.lines().size(); i++) {
            String place = script.name() + ":" + (i + 1);
            try {
                if (!run(script.lines().get(i), Origin.SCRIPT)) {
                    throw new WormholeException(ErrorCode.USAGE, "the script ends here");
                }
            } catch (WormholeException e) {
                throw e.at(place);
            }
        }
    }

    /** Returns false if what ran in front failed, or the job that was waited for: of that the person has been told. */
    private boolean run(String text, Origin origin) throws WormholeException {
        ScriptLine line =
                front.interruptibly(() -> ScriptLine.read(text, variables::value, System.getProperty("user.home")));
        if (line.words().isEmpty()) {
            return true;
        }
        List<String> words = withoutProgram(line.words());
        List<String> mended = codes.mended(words);
        ParsedLine parsed = host.parse(literal(mended), inherited, variables.environment());
        if (parsed instanceof ParsedLine.Help help) {
            screen.print(help.text().stripTrailing());
        } else if (parsed instanceof ParsedLine.Version) {
            screen.print("wormhole " + ClientVersion.text());
        } else if (parsed instanceof ParsedLine.Run run) {
            tellMended(words, mended);
            return start(run, Printable.line(codes.hidden(text.strip().replaceFirst("\\s*&$", ""))), line, origin);
        }
        return true;
    }

    /** What is copied from a page that tells of the command line, often has the program's name before it. */
    private static List<String> withoutProgram(List<String> words) {
        return words.size() > 1 && words.get(0).equals(PROGRAM) ? words.subList(1, words.size()) : words;
    }

    private static List<String> literal(List<String> words) {
        if (words.size() < 2 || !TEXTUAL.contains(words.get(0))) {
            return words;
        }
        List<String> literal = new ArrayList<>(words);
        literal.add(1, "--");
        return literal;
    }

    /** Said before anything is claimed: a wrong guess would spend the code. */
    private void tellMended(List<String> words, List<String> mended) {
        if (!mended.equals(words)) {
            mended.stream()
                    .filter(word -> !words.contains(word))
                    .forEach(code -> screen.print("Taking it for " + Printable.line(code) + "."));
        }
    }

    private boolean start(ParsedLine.Run run, String title, ScriptLine line, Origin origin) throws WormholeException {
        if (run.command() instanceof OwnCommand own) {
            return own.run(new OwnCommand.Call(run.values(), screen, jobs, front, variables, this::source));
        }
        String name = run.command().spec().name();
        boolean behind = line.background()
                || (origin == Origin.TYPED && lasts(run.command().spec()));
        int command = ++commands;
        variables.expect(command, Results.expected(name, behind));
        if (behind) {
            launcher.launch(run, jobs.create(title, name.equals(SERVER)), command);
            return true;
        }
        Job job = new Job(0, title, false);
        front.run(job, () -> launcher.launch(run, job, command));
        return job.isDone();
    }

    /** What opens a wormhole may wait for its peer for hours. */
    private static boolean lasts(CommandSpec spec) {
        return LASTING.contains(spec.name())
                || new CommandIndex.Found(spec, 1).takesCode()
                || spec.options().stream().anyMatch(option -> option.key().equals("code-length"));
    }
}

package wormhole.shell.interactive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wormhole.engine.ClientVersion;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.ParsedLine;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** Runs a line: transfers and servers as jobs behind the prompt, everything else in front of it. */
final class LineRunner {
    private static final String BEHIND = "&";
    private static final Set<String> LASTING = Set.of("send", "receive", "server");

    private final ShellHost host;
    private final Screen screen;
    private final Jobs jobs;
    private final Board board;
    private final Front front;
    private final TypedCode codes;
    private final OptionValues inherited;

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
        this.board = board;
        this.front = front;
        this.codes = codes;
        this.inherited = inherited;
    }

    /** Runs a line; what is wrong with it is said. */
    void run(String line) {
        try {
            List<String> words = Words.of(line, System.getProperty("user.home"));
            if (!words.isEmpty()) {
                run(line, words);
            }
        } catch (WormholeException e) {
            screen.print(host.describe(e, false));
        } catch (RuntimeException | LinkageError e) {
            screen.print(host.describe(
                    new WormholeException(ErrorCode.INTERNAL, "a fault of this program: " + e, e), false));
        }
    }

    private void run(String line, List<String> typed) throws WormholeException {
        boolean behind = typed.size() > 1 && typed.get(typed.size() - 1).equals(BEHIND);
        List<String> words = behind ? typed.subList(0, typed.size() - 1) : typed;
        List<String> mended = codes.mended(words);
        ParsedLine parsed = host.parse(mended, inherited, Map.of());
        if (parsed instanceof ParsedLine.Help help) {
            screen.print(help.text().stripTrailing());
        } else if (parsed instanceof ParsedLine.Version) {
            screen.print("wormhole " + ClientVersion.text());
        } else if (parsed instanceof ParsedLine.Run run) {
            tellMended(words, mended);
            start(run, Printable.line(codes.hidden(line.strip().replaceFirst("\\s*&$", ""))), behind);
        }
    }

    /** Said before anything is claimed: a wrong guess would spend the code. */
    private void tellMended(List<String> words, List<String> mended) {
        if (!mended.equals(words)) {
            mended.stream()
                    .filter(word -> !words.contains(word))
                    .forEach(code -> screen.print("Taking it for " + Printable.line(code) + "."));
        }
    }

    private void start(ParsedLine.Run run, String title, boolean behind) throws WormholeException {
        if (run.command() instanceof OwnCommand own) {
            own.run(new OwnCommand.Call(run.values(), screen, jobs, front));
        } else if (behind || lasts(run.command().spec())) {
            launch(run, jobs.create(title));
        } else {
            Job job = new Job(0, title);
            launch(run, job);
            front.bring(job);
        }
    }

    /** What opens a wormhole may wait for its peer for hours. */
    private static boolean lasts(CommandSpec spec) {
        return LASTING.contains(spec.name())
                || new CommandIndex.Found(spec, 1).takesCode()
                || spec.options().stream().anyMatch(option -> option.key().equals("code-length"));
    }

    private void launch(ParsedLine.Run run, Job job) {
        OptionValues values = run.values();
        JobInterface ui = new JobInterface(job, screen, board, GlobalOptions.leastLevel(values));
        boolean verbose = values.flag(GlobalOptions.VERBOSE.key());
        job.start(() -> host.run(run, ui), new Jobs.Watcher() {
            @Override
            public void ending(Job ending, Job.State end, @Nullable WormholeException failure) {
                ui.finish();
                tellEnd(ending, end, failure == null ? "" : host.describe(failure, verbose));
            }

            @Override
            public void ended() {
                board.refresh();
            }
        });
        board.refresh();
    }

    private void tellEnd(Job job, Job.State end, String failure) {
        switch (end) {
            case FAILED -> screen.print(marked(job, failure));
            case CANCELLED -> screen.print(job.mark() + "Cancelled: " + job.title());
            case DONE -> {
                if (job.number() > 0) {
                    screen.print(job.mark() + "Done: " + job.title());
                }
            }
            case RUNNING -> throw new IllegalStateException("a job that runs has not ended");
        }
    }

    private static String marked(Job job, String text) {
        return job.mark() + text.replace("\n", "\n" + " ".repeat(job.mark().length()));
    }
}

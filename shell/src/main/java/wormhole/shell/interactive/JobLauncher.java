package wormhole.shell.interactive;

import org.jspecify.annotations.Nullable;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.console.TerminalAbilities;
import wormhole.shell.script.Results;
import wormhole.shell.script.Variables;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Starts commands as jobs, and tells how they ended. */
final class JobLauncher {
    private final ShellHost host;
    private final Screen screen;
    private final Board board;
    private final Variables variables;
    private final TerminalAbilities abilities;

    JobLauncher(ShellHost host, Screen screen, Board board, Variables variables) {
        this.host = host;
        this.screen = screen;
        this.board = board;
        this.variables = variables;
        this.abilities =
                screen.isTerminal() ? TerminalAbilities.of(host.environment(), host.colours()) : TerminalAbilities.NONE;
    }

    /**
     * Starts a command; what it finds out becomes variables.
     *
     * @param command counts up with each one
     */
    void launch(ParsedLine.Run run, Job job, int command) {
        OptionValues values = run.values();
        JobInterface ui = new JobInterface(job, screen, board, abilities, GlobalOptions.leastLevel(values));
        boolean verbose = values.flag(GlobalOptions.VERBOSE.key());
        job.start(() -> host.run(run, new Results(ui, variables, command)), new Jobs.Watcher() {
            @Override
            public void ending(Job ending, Job.State end, @Nullable WormholeException failure) {
                variables.ended(command);
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

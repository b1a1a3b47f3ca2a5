package wormhole.shell.interactive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.console.Terminals;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Begins the interactive shell. */
public final class ShellCommand implements Command {
    private final ShellHost.Factory hosts;
    private final Terminals terminals;
    private final BooleanSupplier stopping;

    /**
     * The command.
     *
     * @param stopping whether the system wants the program to stop
     */
    public ShellCommand(ShellHost.Factory hosts, Terminals terminals, BooleanSupplier stopping) {
        this.hosts = hosts;
        this.terminals = terminals;
        this.stopping = stopping;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("shell", "Type commands at a prompt, with several transfers at once")
                .describedBy(
                        "The commands are those of the command line. Transfers become numbered jobs, so that the prompt"
                                + " comes back at once; 'jobs', 'accept', 'reject', 'answer', 'cancel', 'wait' and 'fg' are about"
                                + " them. With '&' at its end, every line is a job. Lines that are pasted together run one"
                                + " after the other, until one fails. Tab completes, Ctrl-C cancels the line or the job in"
                                + " front, Ctrl-D leaves.\n\n"
                                + "Through a pipe it reads one command a line, and in the end waits for all jobs.")
                .example("wormhole shell")
                .example("wormhole  # the same, on a terminal");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        OptionValues inherited = invocation.options();
        if (!terminals.canAsk()) {
            ShellSession.of(hosts, inherited, new ShellHost.Look(false, false))
                    .run(new PlainScreen(invocation.input(), invocation.ui()));
            return;
        }
        boolean colours = !inherited.flag(GlobalOptions.NO_COLOR.key());
        ShellSession session = ShellSession.of(hosts, inherited, new ShellHost.Look(true, colours));
        try (Terminal terminal = open()) {
            Interrupts.during(
                    terminal,
                    () -> new TerminalSession(session, terminal, Path.of(System.getProperty("user.home")))
                            .run(colours && session.host().colours(), stopping));
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.NO_ANSWER, "cannot use the terminal: " + e.getMessage(), e);
        }
    }

    /** As for single questions, see the keyboard of the console; but Ctrl-C and the window's size are the shell's own. */
    private static Terminal open() throws IOException {
        return TerminalBuilder.builder()
                .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                .jni(false)
                .ffm(false)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .graphemeCluster(false)
                .build();
    }
}

package wormhole.shell.interactive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import wormhole.shell.script.ScriptFile;
import wormhole.shell.script.Variables;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** A command of the shell itself, about its jobs. It runs on the thread that reads lines. */
final class OwnCommand implements Command {
    /** What it gets. */
    record Call(
            OptionValues options, Screen screen, Jobs jobs, Front front, Variables variables, ScriptRunner scripts) {
        /** Writes a line that was asked for: on a terminal where everything stands, otherwise to standard output. */
        void write(String line) throws WormholeException {
            try (OutputStream output = screen.output("")) {
                output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write: " + e.getMessage(), e);
            }
        }
    }

    /** What runs scripts within the shell. */
    @FunctionalInterface
    interface ScriptRunner {
        void source(ScriptFile script) throws WormholeException;
    }

    /** What it does. */
    @FunctionalInterface
    interface Action {
        void run(Call call) throws WormholeException;
    }

    /** What it waits for. Returns false if that came to nothing, of which the person has been told. */
    @FunctionalInterface
    interface Waiting {
        boolean run(Call call) throws WormholeException;
    }

    private final CommandSpec spec;
    private final Waiting action;

    OwnCommand(CommandSpec spec, Action action) {
        this(spec, call -> {
            action.run(call);
            return true;
        });
    }

    private OwnCommand(CommandSpec spec, Waiting action) {
        this.spec = spec;
        this.action = action;
    }

    /** One that waits for jobs. */
    static OwnCommand waiting(CommandSpec spec, Waiting action) {
        return new OwnCommand(spec, action);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    /** Returns false if what it waited for came to nothing, of which the person has been told. */
    boolean run(Call call) throws WormholeException {
        return action.run(call);
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        throw new WormholeException(ErrorCode.USAGE, "'" + spec.name() + "' is a command of the interactive shell only")
                .withHint("Begin with 'wormhole shell'.");
    }
}

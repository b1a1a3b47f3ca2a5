package wormhole.shell.command;

import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Invocation;
import wormhole.spi.WormholeException;

/** A command whose work is a method of something that has more of them. */
record SimpleCommand(CommandSpec spec, Body body) implements Command {
    /** What it does. */
    @FunctionalInterface
    interface Body {
        void run(Invocation invocation) throws WormholeException;
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        body.run(invocation);
    }
}

package wormhole.spi;

/**
 * A verb for the shell, the command line and scripts. It is described as data, from which the host makes parsing, help,
 * completion and man pages, so that a drop-in command is as good as a built-in one.
 */
public interface Command {
    CommandSpec spec();

    /** Runs it; blocks until done. Returning is success. */
    void run(Invocation invocation) throws WormholeException;
}

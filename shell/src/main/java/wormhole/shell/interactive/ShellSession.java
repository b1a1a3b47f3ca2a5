package wormhole.shell.interactive;

import java.util.concurrent.atomic.AtomicBoolean;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** One shell from beginning to end: puts its parts together. */
final class ShellSession {
    private final ShellHost host;
    private final OptionValues inherited;
    private final Jobs jobs = new Jobs();
    private final AtomicBoolean leaving;
    private final CommandIndex index;
    private final TypedCode codes;

    private ShellSession(ShellHost host, OptionValues inherited, AtomicBoolean leaving) {
        this.host = host;
        this.inherited = inherited;
        this.leaving = leaving;
        this.index = new CommandIndex(host.commands());
        this.codes = new TypedCode(index);
    }

    /**
     * A session.
     *
     * @param inherited options of the shell itself, of which the global ones hold for every line
     * @param look how the host shows things
     */
    static ShellSession of(ShellHost.Factory hosts, OptionValues inherited, ShellHost.Look look)
            throws WormholeException {
        AtomicBoolean leaving = new AtomicBoolean();
        return new ShellSession(hosts.with(OwnCommands.all(() -> leaving.set(true)), look), inherited, leaving);
    }

    ShellHost host() {
        return host;
    }

    Jobs jobs() {
        return jobs;
    }

    CommandIndex index() {
        return index;
    }

    TypedCode codes() {
        return codes;
    }

    /** The nameplates at the server; to be closed. */
    Nameplates nameplates() {
        return new Nameplates(host, inherited);
    }

    /** Reads and runs lines on this thread until the person leaves. */
    void run(Screen screen) throws WormholeException {
        Board board = new Board(jobs, screen);
        Front front = new Front(screen, board, Thread.currentThread());
        LineRunner runner = new LineRunner(host, screen, jobs, board, front, codes, inherited);
        new Shell(screen, jobs, runner, leaving).run();
    }
}

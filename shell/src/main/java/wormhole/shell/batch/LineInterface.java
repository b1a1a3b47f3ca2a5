package wormhole.shell.batch;

import wormhole.shell.console.ForwardingInterface;
import wormhole.shell.console.NoProgress;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.UserInterface;

/** What a command of a script tells, with the line where it stands. */
final class LineInterface extends ForwardingInterface {
    private final int line;
    private final boolean showsProgress;

    LineInterface(UserInterface next, int line, boolean showsProgress) {
        super(next);
        this.line = line;
        this.showsProgress = showsProgress;
    }

    @Override
    public void tell(Event event) {
        super.tell(event.with("line", line));
    }

    /** Of several jobs at once, each would draw over the other's line. */
    @Override
    public Progress progress(String what, long total) {
        return showsProgress ? super.progress(what, total) : NoProgress.INSTANCE;
    }
}

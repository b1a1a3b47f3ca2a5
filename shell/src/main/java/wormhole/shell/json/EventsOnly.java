package wormhole.shell.json;

import java.io.OutputStream;
import wormhole.shell.console.ForwardingInterface;
import wormhole.spi.UserInterface;

/** For transfers: what comes is told as an event already, and need not be output too. */
public final class EventsOnly extends ForwardingInterface {
    public EventsOnly(UserInterface next) {
        super(next);
    }

    @Override
    public OutputStream output() {
        return OutputStream.nullOutputStream();
    }
}

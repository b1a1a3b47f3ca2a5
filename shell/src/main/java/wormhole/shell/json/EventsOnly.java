package wormhole.shell.json;

import java.io.IOException;
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
        OutputStream events = super.output();
        return new OutputStream() {
            @Override
            public void write(int b) {
                // An event tells it.
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                // An event tells it.
            }

            /** Fails if events could not be written: whoever outputs something must not believe that it came out. */
            @Override
            public void flush() throws IOException {
                events.flush();
            }
        };
    }
}

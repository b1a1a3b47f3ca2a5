package wormhole.shell.console;

import java.io.OutputStream;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Hands everything on to another interface; subclasses change what they care about. */
public abstract class ForwardingInterface implements UserInterface {
    private final UserInterface next;

    protected ForwardingInterface(UserInterface next) {
        this.next = next;
    }

    @Override
    public void tell(Event event) {
        next.tell(event);
    }

    @Override
    public String ask(Question question) throws WormholeException {
        return next.ask(question);
    }

    @Override
    public Progress progress(String what, long total) {
        return next.progress(what, total);
    }

    @Override
    public OutputStream output() {
        return next.output();
    }
}

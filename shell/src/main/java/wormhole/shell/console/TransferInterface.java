package wormhole.shell.console;

import java.io.OutputStream;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** A person in the middle of a transfer: they must learn the code whatever else they want to hear. */
public final class TransferInterface implements UserInterface {
    private final UserInterface ui;
    private final CodeAnnouncement announcement;
    private final boolean hideProgress;

    public TransferInterface(UserInterface ui, CodeAnnouncement announcement, boolean hideProgress) {
        this.ui = ui;
        this.announcement = announcement;
        this.hideProgress = hideProgress;
    }

    @Override
    public void tell(Event event) {
        ui.tell(event.name().equals("code") ? announced(event) : event);
    }

    private Event announced(Event event) {
        String text = announcement.of(
                String.valueOf(event.fields().get("code")),
                String.valueOf(event.fields().getOrDefault("uri", "")));
        return text.isEmpty()
                ? event.at(Event.Level.DETAIL)
                : event.at(Event.Level.WARNING).saying(text);
    }

    @Override
    public String ask(Question question) throws WormholeException {
        return ui.ask(question);
    }

    @Override
    public Progress progress(String what, long total) {
        return hideProgress ? NoProgress.INSTANCE : ui.progress(what, total);
    }

    @Override
    public OutputStream output() {
        return ui.output();
    }
}

package wormhole.shell.command;

import wormhole.shell.console.ForwardingInterface;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;

/** Has the code copied to the clipboard as soon as it is known, by whoever shows it: a terminal, or another program. */
final class ClipboardCopy extends ForwardingInterface {
    ClipboardCopy(UserInterface next) {
        super(next);
    }

    @Override
    public void tell(Event event) {
        super.tell(event);
        if (event.name().equals("code")) {
            super.tell(Event.named("copy")
                    .at(Event.Level.WARNING)
                    .with("text", String.valueOf(event.fields().get("code"))));
        }
    }
}

package wormhole.engine;

import wormhole.engine.wire.Welcome;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;

/** Tells the person what happens to a wormhole. */
final class SessionEvents implements WormholeListener {
    private final UserInterface ui;
    private boolean lost;

    SessionEvents(UserInterface ui) {
        this.ui = ui;
    }

    @Override
    public void welcome(Welcome welcome) {
        String motd = welcome.motd();
        if (motd == null) {
            ui.tell(Event.named("welcome").at(Event.Level.DETAIL));
        } else {
            ui.tell(Event.named("welcome").saying("The server says: " + motd).with("motd", motd));
        }
    }

    @Override
    public void unverifiedKey() {
        ui.tell(Event.named("peer").at(Event.Level.DETAIL).saying("Somebody used the code."));
    }

    @Override
    public void status(WormholeStatus status) {
        switch (status.connection()) {
            case LOST -> {
                lost = true;
                ui.tell(Event.named("connection")
                        .with("state", "lost")
                        .with("reason", status.reason())
                        .saying("Lost the mailbox server (" + status.reason() + "), connecting again."));
            }
            case CONNECTED -> {
                if (lost) {
                    lost = false;
                    ui.tell(Event.named("connection")
                            .with("state", "connected")
                            .saying("Connected to the mailbox server again."));
                }
            }
            case CONNECTING, CLOSED -> {}
        }
    }
}

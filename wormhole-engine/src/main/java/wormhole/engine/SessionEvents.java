package wormhole.engine;

import java.util.Optional;
import wormhole.engine.transfer.WarmUp;
import wormhole.engine.wire.Welcome;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** Tells the person what happens to a wormhole. */
final class SessionEvents implements WormholeListener {
    private final UserInterface ui;
    private final boolean showsCode;
    private final WarmUp warmUp;
    private boolean lost;

    /**
     * Events of a wormhole.
     *
     * @param showsCode whether this side shows the code that the other one uses
     * @param warmUp done while the peer is waited for
     */
    SessionEvents(UserInterface ui, boolean showsCode, WarmUp warmUp) {
        this.ui = ui;
        this.showsCode = showsCode;
        this.warmUp = warmUp;
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
    public void code(String code) {
        warmUp.begin();
    }

    @Override
    public void unverifiedKey() {
        warmUp.end();
        // Who has shown a code waits for this; who has typed it knows.
        ui.tell(Event.named("peer")
                .at(showsCode ? Event.Level.INFO : Event.Level.DETAIL)
                .saying("The code was used."));
    }

    @Override
    public void status(WormholeStatus status) {
        switch (status.connection()) {
            case LOST -> {
                lost = true;
                ui.tell(Event.named("connection")
                        .with("state", "lost")
                        .with("reason", status.reason())
                        .saying("Lost the mailbox server (" + Printable.line(status.reason())
                                + "), connecting again."));
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

    @Override
    public void closed(Optional<WormholeException> failure) {
        warmUp.end();
    }
}

package wormhole.engine.machine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Mood;

/**
 * Opens the mailbox, adds our messages until the server has echoed each, passes on the peer's messages once each, and closes
 * with a mood (client protocol, "mailbox"). Table: {@code docs/machines/mailbox.txt}.
 */
final class MailboxMachine {
    interface Actions {
        void sendOpen(String mailbox);

        void sendAdd(String phase, byte[] body);

        void sendClose(String mailbox, Mood mood);

        /** The peer is here. */
        void releaseNameplate();

        void gotMessage(String side, String phase, byte[] body);

        void mailboxDone();
    }

    enum State {
        UNKNOWN_OFFLINE,
        UNKNOWN,
        UNOPENED_OFFLINE,
        OPEN_OFFLINE,
        OPEN,
        /** To be closed, but not known: the answer to the claim is still to come. */
        LEAVING_OFFLINE,
        LEAVING,
        CLOSING_OFFLINE,
        CLOSING,
        DONE
    }

    private final Actions actions;
    private final Map<String, byte[]> notEchoed = new LinkedHashMap<>();
    private final Set<String> seenPhases = new HashSet<>();
    private State state = State.UNKNOWN_OFFLINE;
    private String mailbox = "";
    private Mood mood = Mood.LONELY;
    /** The first other side is the peer; whoever comes later is nobody. */
    private @Nullable String peer;

    MailboxMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void connected() {
        state = switch (state) {
            case UNKNOWN_OFFLINE -> State.UNKNOWN;
            case UNOPENED_OFFLINE, OPEN_OFFLINE -> open();
            case LEAVING_OFFLINE -> State.LEAVING;
            case CLOSING_OFFLINE -> {
                // The last word, an acknowledgement perhaps, must not be lost with the connection.
                if (!notEchoed.isEmpty()) {
                    open();
                }
                yield sendClose();
            }
            case UNKNOWN, OPEN, LEAVING, CLOSING, DONE -> state;
        };
    }

    void lost() {
        state = switch (state) {
            case UNKNOWN -> State.UNKNOWN_OFFLINE;
            case OPEN -> State.OPEN_OFFLINE;
            case LEAVING -> State.LEAVING_OFFLINE;
            case CLOSING -> State.CLOSING_OFFLINE;
            case UNKNOWN_OFFLINE, UNOPENED_OFFLINE, OPEN_OFFLINE, LEAVING_OFFLINE, CLOSING_OFFLINE, DONE -> state;
        };
    }

    void gotMailbox(String name) {
        state = switch (state) {
            case UNKNOWN_OFFLINE -> {
                mailbox = name;
                yield State.UNOPENED_OFFLINE;
            }
            case UNKNOWN -> {
                mailbox = name;
                yield open();
            }
            case LEAVING_OFFLINE -> {
                mailbox = name;
                yield State.CLOSING_OFFLINE;
            }
            case LEAVING -> {
                mailbox = name;
                yield sendClose();
            }
            case UNOPENED_OFFLINE, OPEN_OFFLINE, OPEN, CLOSING_OFFLINE, CLOSING, DONE -> state;
        };
    }

    /** The nameplate is released: if it has not told a mailbox by now, it never will. */
    void nameplateDone() {
        state = switch (state) {
            case LEAVING_OFFLINE, LEAVING -> done();
            case UNKNOWN_OFFLINE, UNKNOWN, UNOPENED_OFFLINE, OPEN_OFFLINE, OPEN -> state;
            case CLOSING_OFFLINE, CLOSING, DONE -> state;
        };
    }

    void addMessage(String phase, byte[] body) {
        switch (state) {
            case UNKNOWN_OFFLINE, UNKNOWN, UNOPENED_OFFLINE, OPEN_OFFLINE -> notEchoed.put(phase, body);
            case OPEN -> {
                notEchoed.put(phase, body);
                actions.sendAdd(phase, body);
            }
            case LEAVING_OFFLINE, LEAVING, CLOSING_OFFLINE, CLOSING, DONE -> {}
        }
    }

    /** The server has stored a message of ours. */
    void rxMessageOurs(String phase) {
        switch (state) {
            case OPEN, CLOSING -> notEchoed.remove(phase);
            case UNKNOWN_OFFLINE, UNKNOWN, UNOPENED_OFFLINE, OPEN_OFFLINE -> {}
            case LEAVING_OFFLINE, LEAVING, CLOSING_OFFLINE, DONE -> {}
        }
    }

    void rxMessageTheirs(String side, String phase, byte[] body) {
        switch (state) {
            case OPEN -> {
                if (peer == null) {
                    peer = side;
                    actions.releaseNameplate();
                }
                // After a reconnect the server sends everything again.
                if (side.equals(peer) && seenPhases.add(phase)) {
                    actions.gotMessage(side, phase, body);
                }
            }
            case UNKNOWN_OFFLINE, UNKNOWN, UNOPENED_OFFLINE, OPEN_OFFLINE -> {}
            case LEAVING_OFFLINE, LEAVING, CLOSING_OFFLINE, CLOSING, DONE -> {}
        }
    }

    void rxClosed() {
        state = switch (state) {
            case CLOSING -> done();
            case UNKNOWN_OFFLINE, UNKNOWN, UNOPENED_OFFLINE, OPEN_OFFLINE, OPEN -> state;
            case LEAVING_OFFLINE, LEAVING, CLOSING_OFFLINE, DONE -> state;
        };
    }

    void close(Mood chosen) {
        state = switch (state) {
            case UNKNOWN_OFFLINE -> leave(chosen, State.LEAVING_OFFLINE);
            case UNKNOWN -> leave(chosen, State.LEAVING);
            case UNOPENED_OFFLINE, OPEN_OFFLINE -> leave(chosen, State.CLOSING_OFFLINE);
            case OPEN -> {
                mood = chosen;
                yield sendClose();
            }
            case LEAVING_OFFLINE, LEAVING, CLOSING_OFFLINE, CLOSING, DONE -> state;
        };
    }

    private State open() {
        actions.sendOpen(mailbox);
        notEchoed.forEach(actions::sendAdd);
        return State.OPEN;
    }

    private State leave(Mood chosen, State next) {
        mood = chosen;
        return next;
    }

    private State sendClose() {
        actions.sendClose(mailbox, mood);
        return State.CLOSING;
    }

    private State done() {
        actions.mailboxDone();
        return State.DONE;
    }
}

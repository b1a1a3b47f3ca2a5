package wormhole.shell.batch;

import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** What is done about the lines of a script that fail: the first ends it, or all are told and it goes on. */
final class Failures {
    private final boolean keepGoing;
    private final UserInterface ui;
    private @Nullable WormholeException first;
    private @Nullable WormholeException last;
    private int count;

    Failures(boolean keepGoing, UserInterface ui) {
        this.keepGoing = keepGoing;
        this.ui = ui;
    }

    /** Takes a failure; throws it, with its place, if the script has to stop. */
    void failed(Place place, WormholeException failure) throws WormholeException {
        if (failure.equals(last)) {
            // Of a job, heard of while a later line waited for it: its place is known already.
            throw failure;
        }
        WormholeException placed = failure.at(place.toString());
        boolean stopped = failure.code() == ErrorCode.INTERRUPTED || failure.code() == ErrorCode.TERMINATED;
        if (!keepGoing || stopped) {
            last = placed;
            throw placed;
        }
        count++;
        first = first == null ? placed : first;
        ui.tell(event(place, failure).saying(text(placed)));
    }

    private static Event event(Place place, WormholeException failure) {
        Event event = Event.named("failed")
                .at(Event.Level.WARNING)
                .with("file", place.script())
                .with("line", place.line())
                .with("code", failure.code().name())
                .with("kind", failure.code().kind().name())
                .with("message", failure.messageText());
        return failure.hint().map(hint -> event.with("hint", hint)).orElse(event);
    }

    private static String text(WormholeException placed) {
        return placed.messageText() + placed.hint().map(hint -> "\n" + hint).orElse("");
    }

    /** Fails like the first, if there was any. */
    void check() throws WormholeException {
        if (first != null) {
            throw new WormholeException(
                    first.code(),
                    (count == 1 ? "one command failed: " : count + " commands failed, the first: ")
                            + first.messageText(),
                    first);
        }
    }
}

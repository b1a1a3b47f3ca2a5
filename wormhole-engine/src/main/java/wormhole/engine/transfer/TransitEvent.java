package wormhole.engine.transfer;

import wormhole.spi.Event;
import wormhole.spi.RecordPipe;

/** The event that tells which way the data goes. */
final class TransitEvent {
    private TransitEvent() {}

    static Event of(RecordPipe pipe) {
        return Event.named("transit")
                .with("path", pipe.path())
                .at(Event.Level.DETAIL)
                .saying("Connected " + pipe.path() + ".");
    }
}

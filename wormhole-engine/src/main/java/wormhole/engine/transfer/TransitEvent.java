package wormhole.engine.transfer;

import wormhole.engine.crypto.RecordSealer;
import wormhole.spi.Event;
import wormhole.spi.RecordPipe;

/** The event that tells which way the data goes, and why not a shorter one. */
final class TransitEvent {
    private TransitEvent() {}

    /** By what it is sealed, for those who want to know everything. */
    static Event sealing() {
        return Event.note("Secret box: " + RecordSealer.secretBox() + ".").at(Event.Level.DETAIL);
    }

    static Event of(RecordPipe pipe, String detour) {
        Event event = Event.named("transit").with("path", pipe.path());
        return detour.isEmpty()
                ? event.saying("Connected " + pipe.path() + ".")
                : event.with("why", detour).saying("Connected " + pipe.path() + ", because " + detour + ".");
    }
}

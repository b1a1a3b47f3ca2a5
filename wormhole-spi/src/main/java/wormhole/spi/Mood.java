package wormhole.spi;

import java.util.Locale;

/** How a client felt when it closed its mailbox (mailbox protocol, {@code close}). */
public enum Mood {
    /** Both sides proved to know the code and said goodbye. */
    HAPPY,
    /** Nobody came. */
    LONELY,
    /** Something failed. */
    ERRORY,
    /** The other side did not know the code. */
    SCARY,
    /** The server did not want us. */
    UNWELCOME;

    /** The word on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

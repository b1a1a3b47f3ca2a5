package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;

/** The content of one entry as it comes, and the descriptor after it. */
interface StreamedContent {
    /** How far it got. */
    enum Progress {
        /** It needs bytes beyond those that were there. */
        MORE,
        /** All of it is in the file, and as it was said to be. */
        COMPLETE,
        /** Where it ends cannot be told as it comes. */
        LOST
    }

    /** Takes what it can of a piece, which may leave some bytes that only make sense with those that follow. */
    Progress readFrom(ByteBuffer piece, UnpackedFile file) throws WormholeException;

    /** How many bytes it has in the archive, when it is complete. */
    long packedSize();

    /** Whether it ends where its descriptor is found, by a search. */
    default boolean isSearched() {
        return false;
    }
}

package wormhole.hostile;

/**
 * What goes wrong on a connection, once.
 *
 * @param at before which byte of its direction, counted from 0
 */
record Fault(Kind kind, Direction direction, long at) {
    /** What goes wrong. */
    enum Kind {
        /** Both ends see the connection end. */
        CUT,
        /** Nothing passes any more, and nobody is told. */
        STALL,
        /** Only the end of this direction is told. */
        HALF_CLOSE,
        /** One bit of the byte is turned. */
        FLIP,
        /** The byte is left out. */
        DROP,
        /** The byte comes twice. */
        REPEAT
    }

    /** Of the bytes. */
    enum Direction {
        FROM_CLIENT,
        TO_CLIENT
    }
}

package wormhole.spi;

/** How far something is. Used from one thread. */
public interface Progress extends AutoCloseable {
    /** Tells that so many more bytes are done. Cheap: may be called for each record. */
    void advance(long bytes);

    /** Ends the display; what was not reached is left as it is. */
    @Override
    void close();
}

package wormhole.spi;

import java.io.IOException;

/** One thing to dial. */
public interface Candidate {
    /** For people, such as {@code 192.168.1.7:4711}; text from the peer is not escaped. */
    String description();

    /** Higher is tried first among equals. */
    double priority();

    /**
     * Connects; blocks until connected or failed. The host interrupts the thread when another candidate has won.
     *
     * @return a connection that is ready for the transit handshake
     */
    Link connect() throws IOException;
}

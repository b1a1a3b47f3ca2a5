package wormhole.spi;

import java.net.URI;

/** Where a transit relay listens. */
public sealed interface RelayAddress {
    /** Higher is tried first among equals. */
    double priority();

    /** A relay that speaks plain TCP. */
    record Tcp(String hostname, int port, double priority) implements RelayAddress {}

    /** A relay that speaks WebSocket ({@code ws} or {@code wss}). */
    record WebSocket(URI url, double priority) implements RelayAddress {}
}

package wormhole.engine;

/** Which paths bulk data may take. */
public enum TransitPolicy {
    /** Direct if possible, otherwise through a relay. */
    AUTO,
    /** Never through a relay. */
    DIRECT,
    /** Only through a relay: the two sides do not learn each other's addresses. */
    RELAY
}

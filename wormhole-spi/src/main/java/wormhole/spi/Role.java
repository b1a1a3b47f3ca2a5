package wormhole.spi;

/** Which side of a transit connection we are; the sender picks the winning path (transit protocol). */
public enum Role {
    SENDER,
    RECEIVER;

    public Role other() {
        return this == SENDER ? RECEIVER : SENDER;
    }
}

package wormhole.spi;

/** Who can do something about a failure. */
public enum ErrorKind {
    /** The person at this side: a wrong option, a malformed code, a refusal. */
    USER,
    /** The other side: a wrong code, a refusal, a broken or hostile message. */
    PEER,
    /** The way between: a server, a relay, a connection, a time limit. */
    NETWORK,
    /** This machine: files, space, permissions. */
    LOCAL,
    /** This program or one of its plugins: please report it. */
    INTERNAL
}

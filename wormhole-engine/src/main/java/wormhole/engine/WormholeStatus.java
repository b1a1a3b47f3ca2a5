package wormhole.engine;

/**
 * How far a wormhole is.
 *
 * @param connection to the mailbox server
 * @param reason why the connection is lost, for people; empty otherwise
 * @param code what has become of the code
 * @param key what is known of the shared key
 */
public record WormholeStatus(Connection connection, String reason, Code code, Key key) {
    /** The connection to the mailbox server. */
    public enum Connection {
        CONNECTING,
        CONNECTED,
        /** It will be tried again. */
        LOST,
        CLOSED
    }

    /** What has become of the code. */
    public enum Code {
        NONE,
        /** It waits for the other side to use it. */
        KNOWN,
        /** Somebody has used it; it will not work again. */
        CONSUMED
    }

    /** What is known of the shared key. */
    public enum Key {
        NONE,
        /** There is one; whether the peer has the same is not known yet. */
        UNVERIFIED,
        /** The peer has proved to have the same. */
        VERIFIED
    }

    static final WormholeStatus START = new WormholeStatus(Connection.CONNECTING, "", Code.NONE, Key.NONE);

    WormholeStatus with(Connection newConnection, String newReason) {
        return new WormholeStatus(newConnection, newReason, code, key);
    }

    WormholeStatus with(Code newCode) {
        return new WormholeStatus(connection, reason, newCode, key);
    }

    WormholeStatus with(Key newKey) {
        return new WormholeStatus(connection, reason, code, newKey);
    }
}

package wormhole.spi;

/**
 * Every way in which a wormhole can fail, each with the one who can do something about it. Names are part of the JSON
 * output and are never changed.
 */
public enum ErrorCode {
    /** The command line, a script line or an API call asks for something that makes no sense. */
    USAGE(ErrorKind.USER),
    /** A code that cannot be one, found before anything was sent. */
    MALFORMED_CODE(ErrorKind.USER),
    /** A second code was allocated, set or begun for the same wormhole. */
    ONLY_ONE_CODE(ErrorKind.USER),
    /** Code words were asked for before a nameplate was chosen. */
    MUST_CHOOSE_NAMEPLATE_FIRST(ErrorKind.USER),
    /** A nameplate was chosen or completed after one had been chosen. */
    ALREADY_CHOSE_NAMEPLATE(ErrorKind.USER),
    /** Code words were chosen or completed after they had been chosen. */
    ALREADY_CHOSE_WORDS(ErrorKind.USER),
    /** A key was asked for before there is one. */
    NO_KEY(ErrorKind.USER),
    /** The wormhole was used after it was closed. */
    WORMHOLE_CLOSED(ErrorKind.USER),
    /** A question had to be asked, but there is nobody to answer it. */
    NO_ANSWER(ErrorKind.USER),
    /** The person at this side refused the offer or the verifier. */
    REJECTED_HERE(ErrorKind.USER),
    /** Stopped by the person at this side (SIGINT, cancel). */
    INTERRUPTED(ErrorKind.USER),
    /** Asked to stop by the system (SIGTERM, SIGHUP). */
    TERMINATED(ErrorKind.USER),

    /** The two sides used different codes, or somebody guessed. */
    WRONG_CODE(ErrorKind.PEER),
    /** Our own key exchange message came back to us. */
    REFLECTION(ErrorKind.PEER),
    /** The peer refused. */
    REJECTED_BY_PEER(ErrorKind.PEER),
    /** The peer told us that it failed. */
    PEER_ERROR(ErrorKind.PEER),
    /** The peer went away in the middle. */
    PEER_LOST(ErrorKind.PEER),
    /** Nobody had used the code when the wormhole was closed. */
    LONELY(ErrorKind.PEER),
    /** The peer sent something that the protocol does not allow. */
    MALFORMED_PEER_MESSAGE(ErrorKind.PEER),
    /** The peer offers something that no plugin here understands. */
    UNKNOWN_OFFER(ErrorKind.PEER),
    /** What arrived is not what was announced or sent. */
    INTEGRITY(ErrorKind.PEER),
    /** The peer did not confirm that it has everything. */
    NOT_CONFIRMED(ErrorKind.PEER),

    /** No connection to the mailbox server. */
    SERVER_UNREACHABLE(ErrorKind.NETWORK),
    /** The mailbox server does not want us. */
    UNWELCOME(ErrorKind.NETWORK),
    /** The mailbox server answered with an error. */
    SERVER_ERROR(ErrorKind.NETWORK),
    /** The mailbox server sent something that the protocol does not allow. */
    MALFORMED_SERVER_MESSAGE(ErrorKind.NETWORK),
    /** No direct or relayed connection to the peer could be made. */
    NO_PATH(ErrorKind.NETWORK),
    /** Something did not happen in time. */
    TIMEOUT(ErrorKind.NETWORK),

    /** A file or folder does not exist. */
    FILE_NOT_FOUND(ErrorKind.LOCAL),
    /** A file or folder cannot be read or written, or is of a kind that cannot be sent. */
    FILE_UNUSABLE(ErrorKind.LOCAL),
    /** A file or folder is already there. */
    FILE_EXISTS(ErrorKind.LOCAL),
    /** A file changed while it was being sent. */
    FILE_CHANGED(ErrorKind.LOCAL),
    /** The disk is full. */
    NO_SPACE(ErrorKind.LOCAL),
    /** A port or address of this machine cannot be used. */
    ADDRESS_UNUSABLE(ErrorKind.LOCAL),

    /** A plugin cannot be loaded or broke a law of the SPI. */
    PLUGIN(ErrorKind.INTERNAL),
    /** A fault of this program. */
    INTERNAL(ErrorKind.INTERNAL);

    private final ErrorKind kind;

    ErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    /** Who can do something about it. */
    public ErrorKind kind() {
        return kind;
    }
}

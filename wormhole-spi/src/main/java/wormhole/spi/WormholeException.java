package wormhole.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one failure of the toolkit. The message says what failed and where, in one line without a final full stop; the hint
 * says what to do about it. Text that came from outside need not be escaped here: whoever shows it escapes it.
 */
public final class WormholeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Both sides find it out, so neither takes it for the other's reason. */
    private static final String CONNECTION_LOST = "connection lost";

    private final ErrorCode code;
    private final @Nullable String hint;
    private final @Nullable String textForPeer;
    /** Stands at the beginning of the message already. */
    private final String place;

    public WormholeException(ErrorCode code, String message) {
        this(code, message, null, null, null, "");
    }

    public WormholeException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, cause, null, null, "");
    }

    private WormholeException(
            ErrorCode code,
            String message,
            @Nullable Throwable cause,
            @Nullable String hint,
            @Nullable String textForPeer,
            String place) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
        this.textForPeer = textForPeer;
        this.place = place;
    }

    /** The same failure with a cure: a whole sentence for people. */
    public WormholeException withHint(String cure) {
        return copy(messageText(), cure, textForPeer, place);
    }

    /** The same failure with the words that the peer is told, for when the message itself is not for its eyes. */
    public WormholeException tellingPeer(String text) {
        return copy(messageText(), hint, text, place);
    }

    /** The same failure that says first where it was, such as {@code script:7}. */
    public WormholeException at(String where) {
        String prefix = where + ": ";
        return copy(prefix + messageText(), hint, textForPeer, prefix + place);
    }

    /** This failure at the place of another, if that one says where it was. */
    public WormholeException atPlaceOf(WormholeException other) {
        return copy(other.place + messageText(), hint, textForPeer, other.place + place);
    }

    private WormholeException copy(
            String message, @Nullable String newHint, @Nullable String newTextForPeer, String newPlace) {
        WormholeException copy = new WormholeException(code, message, getCause(), newHint, newTextForPeer, newPlace);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    public ErrorCode code() {
        return code;
    }

    /** The message, never null. */
    public String messageText() {
        String message = getMessage();
        return message == null ? code.name() : message;
    }

    /** What to do about it, if there is something. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** What the peer may be told: no paths, no secrets. */
    public String textForPeer() {
        return textForPeer != null ? textForPeer : defaultTextForPeer();
    }

    private String defaultTextForPeer() {
        return switch (code.kind()) {
            case USER -> code == ErrorCode.REJECTED_HERE ? "transfer rejected" : "transfer cancelled";
            case LOCAL -> code == ErrorCode.NO_SPACE ? "disk full" : "trouble with a local file";
            case PEER ->
                code == ErrorCode.PEER_LOST || code == ErrorCode.NOT_CONFIRMED ? CONNECTION_LOST : messageText();
            case NETWORK -> messageText();
            case INTERNAL -> "internal error";
        };
    }
}

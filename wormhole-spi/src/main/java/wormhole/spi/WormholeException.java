package wormhole.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one failure of the toolkit. The message says what failed and where, in one line without a final full stop; the hint
 * says what to do about it. Text that came from outside need not be escaped here: whoever shows it escapes it.
 */
public final class WormholeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String hint;
    private final @Nullable String textForPeer;

    public WormholeException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    public WormholeException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, cause, null, null);
    }

    private WormholeException(
            ErrorCode code,
            String message,
            @Nullable Throwable cause,
            @Nullable String hint,
            @Nullable String textForPeer) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
        this.textForPeer = textForPeer;
    }

    /** The same failure with a cure: a whole sentence for people. */
    public WormholeException withHint(String cure) {
        return copy(cure, textForPeer);
    }

    /** The same failure with the words that the peer is told, for when the message itself is not for its eyes. */
    public WormholeException tellingPeer(String text) {
        return copy(hint, text);
    }

    private WormholeException copy(@Nullable String newHint, @Nullable String newTextForPeer) {
        WormholeException copy = new WormholeException(code, messageText(), getCause(), newHint, newTextForPeer);
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
            case PEER -> messageText();
            case NETWORK -> messageText();
            case INTERNAL -> "internal error";
        };
    }
}

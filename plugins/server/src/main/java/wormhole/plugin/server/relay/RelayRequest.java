package wormhole.plugin.server.relay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line with which a client asks for its partner.
 *
 * @param token what both ends know and nobody else
 * @param side tells the two ends apart; old clients send none
 */
record RelayRequest(String token, Optional<String> side) {
    /** Longer than any good line without its newline. */
    static final int MAX_LENGTH = 110;

    private static final Pattern LINE =
            Pattern.compile("please relay (?<token>[0-9a-f]{64})(?: for side (?<side>[0-9a-f]{16}))?");

    /** Reads a line without its newline; empty if it is a bad one. */
    static Optional<RelayRequest> parse(String line) {
        Matcher match = LINE.matcher(line);
        return match.matches()
                ? Optional.of(new RelayRequest(match.group("token"), Optional.ofNullable(match.group("side"))))
                : Optional.empty();
    }

    /** Whether these two ends belong together. An old client goes with anybody who knows the token. */
    boolean fits(RelayRequest other) {
        return token.equals(other.token) && (side.isEmpty() || other.side.isEmpty() || !side.equals(other.side));
    }

    @Override
    public String toString() {
        return "RelayRequest";
    }
}

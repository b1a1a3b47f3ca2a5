package wormhole.engine.rendezvous;

import java.util.Optional;

/**
 * Why a socket is gone, or never came to be.
 *
 * @param reason for people
 * @param cure what they can do about it, if more than to look at the network
 */
record Ending(String reason, Optional<String> cure) {
    static Ending because(String reason) {
        return new Ending(reason, Optional.empty());
    }

    /** What an exception means, in words. */
    static Ending of(Exception e) {
        return TlsTrouble.in(e).map(TlsTrouble::ending).orElseGet(() -> because(describe(e)));
    }

    private static String describe(Exception e) {
        String message = e.getMessage();
        return switch (e.getClass().getSimpleName()) {
            case "UnresolvedAddressException", "UnknownHostException" -> "the host name is not known";
            default -> message == null ? e.getClass().getSimpleName() : message;
        };
    }
}

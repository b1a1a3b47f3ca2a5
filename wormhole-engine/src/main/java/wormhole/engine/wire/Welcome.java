package wormhole.engine.wire;

import org.jspecify.annotations.Nullable;

/**
 * How the server greets (server protocol, {@code welcome}); texts are a stranger's.
 *
 * @param motd a message for people, or null
 * @param error why the server does not want us, or null
 * @param currentVersion the version of the reference client that the server's operator recommends, or null
 * @param hashcash the proof of work it asks for, or null
 * @param peeks whether a claim may ask for the first message at once
 */
public record Welcome(
        @Nullable String motd,
        @Nullable String error,
        @Nullable String currentVersion,
        @Nullable Hashcash hashcash,
        boolean peeks) {
    /** A proof of work: a stamp for the resource whose SHA-1 begins with so many zero bits. */
    public record Hashcash(int bits, String resource) {}
}

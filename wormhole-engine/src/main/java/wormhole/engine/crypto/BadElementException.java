package wormhole.engine.crypto;

/** Bytes that are no acceptable group element, and why. */
final class BadElementException extends Exception {
    private static final long serialVersionUID = 1L;

    BadElementException(String why) {
        super(why);
    }
}

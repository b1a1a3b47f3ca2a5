package wormhole.plugin.server.mailbox;

/** The store could not do its work. Unchecked, because nobody between the store and the end of the turn can do anything. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * Says why.
     *
     * @param passing whether a client that simply connects again will probably not notice it
     */
    public StoreFailure(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    public boolean isPassing() {
        return passing;
    }
}

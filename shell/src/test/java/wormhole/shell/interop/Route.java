package wormhole.shell.interop;

/** The way that bulk data takes. */
enum Route {
    /** No bulk data: a text goes through the mailbox. */
    MAILBOX(""),
    DIRECT("direct"),
    RELAY("relay");

    private final String title;

    Route(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}

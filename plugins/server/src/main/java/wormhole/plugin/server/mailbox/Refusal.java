package wormhole.plugin.server.mailbox;

/** A client asked for what it cannot have; the text goes into the {@code error} reply. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;

    Refusal(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    String text() {
        return text;
    }
}

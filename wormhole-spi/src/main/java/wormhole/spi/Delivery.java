package wormhole.spi;

/** How the content of an offer travels, and so which key the answer to it has (file transfer protocol). */
public enum Delivery {
    /** The offer itself holds the content; the answer is {@code message_ack}. */
    IN_OFFER("message_ack"),
    /** The content follows as encrypted records over transit; the answer is {@code file_ack}. */
    BY_RECORDS("file_ack");

    private final String answerKey;

    Delivery(String answerKey) {
        this.answerKey = answerKey;
    }

    /** The key of the answer that accepts such an offer. */
    public String answerKey() {
        return answerKey;
    }
}

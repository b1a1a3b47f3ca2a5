package wormhole.plugin.text;

import wormhole.spi.OutgoingOffer;

/** A text that is ready to be offered. */
record OutgoingText(String text) implements OutgoingOffer {
    @Override
    public Object body() {
        return text;
    }

    @Override
    public String summary() {
        int length = text.codePointCount(0, text.length());
        return "text message (" + (length == 1 ? "1 character" : length + " characters") + ")";
    }

    /** Without the text, which is nobody else's business. */
    @Override
    public String toString() {
        return "OutgoingText";
    }
}

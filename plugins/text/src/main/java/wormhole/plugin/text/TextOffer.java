package wormhole.plugin.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wormhole.spi.Delivery;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.OfferType;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.Receiving;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** A text that travels in the offer itself (file transfer protocol, {@code message}). Nobody is asked before it is shown. */
final class TextOffer implements OfferType {
    /** In UTF-16 units. It travels in one message through the mailbox server, which takes no more than a few megabytes. */
    static final int MAX_LENGTH = 1 << 20;

    private static final int RANK = 100;

    @Override
    public String key() {
        return "message";
    }

    @Override
    public Delivery delivery() {
        return Delivery.IN_OFFER;
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public Optional<OutgoingOffer> prepare(SendRequest request) throws WormholeException {
        String text = request.text();
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH) {
            throw new WormholeException(ErrorCode.USAGE, "the text is longer than " + MAX_LENGTH + " characters")
                    .withHint("Send it as a file.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new WormholeException(ErrorCode.USAGE, "the text is no valid Unicode").withHint("Send it as a file.");
        }
        return Optional.of(new OutgoingText(text));
    }

    /** Shown first and confirmed then, so that the sender never believes in a text that could not be written. */
    @Override
    public void receive(Receiving receiving) throws WormholeException {
        String text = receiving.offer().text(MAX_LENGTH);
        receiving.ui().tell(Event.named("text").with("text", text));
        write(text, receiving.ui().output());
        receiving.accept();
    }

    /** Byte for byte: whoever shows it on a terminal escapes it, and whoever reads it from a pipe wants it as it is. */
    private static void write(String text, OutputStream output) throws WormholeException {
        try {
            output.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write the text: " + e.getMessage(), e);
        }
    }
}

package example.url;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
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

/** An address of the web: {@code wormhole send --text url:https://example.org}. */
final class UrlOffer implements OfferType {
    private static final String PREFIX = "url:";
    private static final int MAX_LENGTH = 2000;

    /** What stands in the offer: {@code {"offer": {"url": "https://example.org"}}}. */
    @Override
    public String key() {
        return "url";
    }

    /** It is so short that it travels in the offer itself. */
    @Override
    public Delivery delivery() {
        return Delivery.IN_OFFER;
    }

    /** Asked before the built-in text (100), which would take it too. */
    @Override
    public int rank() {
        return 50;
    }

    /** Sending: is this request ours? If so, find everything that is wrong before a code is shown. */
    @Override
    public Optional<OutgoingOffer> prepare(SendRequest request) throws WormholeException {
        String text = request.text();
        if (text == null || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String url = text.substring(PREFIX.length());
        if (!isWebAddress(url)) {
            throw new WormholeException(ErrorCode.USAGE, "'" + url + "' is no address of the web")
                    .withHint("Give one such as url:https://example.org.");
        }
        return Optional.of(new OutgoingUrl(url));
    }

    /** Receiving: read what the peer sent as if it were an attack, ask, keep it, and only then confirm. */
    @Override
    public void receive(Receiving receiving) throws WormholeException {
        String url = receiving.offer().text(MAX_LENGTH);
        if (!isWebAddress(url)) {
            throw new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "what the peer sent is no address of the web");
        }
        receiving.askConsent("Receiving the address " + url);
        try {
            receiving.ui().output().write((url + "\n").getBytes(StandardCharsets.UTF_8));
            receiving.ui().output().flush();
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write the address: " + e.getMessage(), e);
        }
        receiving.ui().tell(Event.named("url").with("url", url));
        receiving.accept();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && text.length() <= MAX_LENGTH;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An address that is ready to be offered. */
    private record OutgoingUrl(String url) implements OutgoingOffer {
        @Override
        public Object body() {
            return url;
        }

        @Override
        public String summary() {
            return "the address " + url;
        }
    }
}

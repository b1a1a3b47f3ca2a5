package example.url;

import java.util.List;
import wormhole.spi.OfferType;
import wormhole.spi.WormholePlugin;

/** Adds addresses of the web to what can be sent. */
public final class UrlPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "url";
    }

    @Override
    public String description() {
        return "Sends and receives an address of the web";
    }

    @Override
    public List<OfferType> offerTypes() {
        return List.of(new UrlOffer());
    }
}

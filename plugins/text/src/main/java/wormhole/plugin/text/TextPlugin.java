package wormhole.plugin.text;

import java.util.List;
import wormhole.spi.OfferType;
import wormhole.spi.WormholePlugin;

/** Adds {@link TextOffer}. */
public final class TextPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "text";
    }

    @Override
    public String description() {
        return "Sends and receives a text message";
    }

    @Override
    public List<OfferType> offerTypes() {
        return List.of(new TextOffer());
    }
}

package wormhole.plugin.file;

import java.util.List;
import wormhole.spi.OfferType;
import wormhole.spi.WormholePlugin;

/** Adds {@link FileOffer}. */
public final class FilePlugin implements WormholePlugin {
    @Override
    public String id() {
        return "file";
    }

    @Override
    public String description() {
        return "Sends and receives one file";
    }

    @Override
    public List<OfferType> offerTypes() {
        return List.of(new FileOffer());
    }
}

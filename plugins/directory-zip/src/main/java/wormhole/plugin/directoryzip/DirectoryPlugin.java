package wormhole.plugin.directoryzip;

import java.util.List;
import wormhole.spi.OfferType;
import wormhole.spi.WormholePlugin;

/** Adds {@link DirectoryOffer}. */
public final class DirectoryPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "directory-zip";
    }

    @Override
    public String description() {
        return "Sends and receives a directory as one zip archive";
    }

    @Override
    public List<OfferType> offerTypes() {
        return List.of(new DirectoryOffer());
    }
}

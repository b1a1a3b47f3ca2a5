package wormhole.plugin.directoryzip;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wormhole.spi.Delivery;
import wormhole.spi.OfferType;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.Receiving;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** A directory, or several files and directories together (file transfer protocol, {@code directory}). */
final class DirectoryOffer implements OfferType {
    /** The one mode there is; whether entries are deflated or stored is the sender's affair. */
    static final String MODE = "zipfile/deflated";

    private static final int RANK = 300;

    @Override
    public String key() {
        return "directory";
    }

    @Override
    public Delivery delivery() {
        return Delivery.BY_RECORDS;
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public Optional<OutgoingOffer> prepare(SendRequest request) throws WormholeException {
        List<Path> paths = request.paths();
        boolean oneDirectory = paths.size() == 1 && Files.isDirectory(paths.get(0));
        return oneDirectory || paths.size() > 1 ? Optional.of(OutgoingDirectory.of(request)) : Optional.empty();
    }

    @Override
    public void receive(Receiving receiving) throws WormholeException {
        new IncomingDirectory(receiving).receive();
    }
}

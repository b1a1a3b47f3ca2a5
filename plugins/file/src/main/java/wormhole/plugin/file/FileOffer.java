package wormhole.plugin.file;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wormhole.spi.Delivery;
import wormhole.spi.OfferType;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.Receiving;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** One file, or what a stream holds (file transfer protocol, {@code file}). */
final class FileOffer implements OfferType {
    private static final int RANK = 200;

    @Override
    public String key() {
        return "file";
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
        InputStream stream = request.stream();
        if (stream != null) {
            return Optional.of(OutgoingFile.ofStream(stream, request.chosenName()));
        }
        if (request.paths().size() != 1) {
            return Optional.empty();
        }
        Path path = request.paths().get(0);
        return Files.isDirectory(path)
                ? Optional.empty()
                : Optional.of(OutgoingFile.ofPath(path, request.chosenName()));
    }

    @Override
    public void receive(Receiving receiving) throws WormholeException {
        new IncomingFile(receiving).receive();
    }
}

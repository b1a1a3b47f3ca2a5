package wormhole.plugin.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.PeerValue;
import wormhole.spi.Receiving;
import wormhole.spi.WormholeException;
import wormhole.spi.files.Destination;
import wormhole.spi.files.KeptPart;
import wormhole.spi.files.PartFile;
import wormhole.spi.text.ByteSize;
import wormhole.spi.text.Printable;

/** A file on its way in, from the offer to the acknowledgement. */
final class IncomingFile {
    private static final int MAX_NAME_LENGTH = 4096;

    private final Receiving receiving;

    IncomingFile(Receiving receiving) {
        this.receiving = receiving;
    }

    void receive() throws WormholeException {
        PeerValue name = receiving.offer().field("filename");
        checkIsText(name);
        long size = receiving.offer().field("filesize").wholeNumber(0, Long.MAX_VALUE);
        if (receiving.request().toStandardOutput()) {
            toOutput(size);
            return;
        }
        Optional<Destination> destination = Destination.forFile(
                receiving.request(),
                name,
                receiving.ui(),
                "Offered: file '" + Printable.line(name.text(MAX_NAME_LENGTH)) + "' (" + ByteSize.of(size) + ")");
        if (destination.isPresent()) {
            toFile(destination.get(), size);
        } else {
            receiving.ui().tell(Event.named("skipped").saying("Not received: there is a file of that name already."));
            receiving.decline();
        }
    }

    /** Even if the name does not count here: an offer that breaks the protocol is refused as such. */
    private static void checkIsText(PeerValue name) throws WormholeException {
        var unused = name.text(MAX_NAME_LENGTH);
    }

    private void toFile(Destination destination, long size) throws WormholeException {
        destination.checkRoomFor(size);
        KeptPart.tellOfEarlier(destination, destination.name(), receiving.ui());
        receiving.askConsent("Receiving file (" + ByteSize.of(size) + ") into: '" + destination.shown() + "'");
        try (PartFile part = destination.createFile()) {
            receiving.accept();
            byte[] sha256 = KeptPart.receiveAll(receiving, part, destination.name(), size);
            Path saved = part.publish();
            tell(
                    Event.named("received")
                            .saying("Received file written to '" + destination.shown(saved) + "'.")
                            .with("path", saved.toString()),
                    size,
                    sha256);
            receiving.acknowledge(sha256);
        }
    }

    private void toOutput(long size) throws WormholeException {
        receiving.askConsent("Receiving file (" + ByteSize.of(size) + ") to standard output");
        receiving.accept();
        OutputStream output = receiving.ui().output();
        byte[] sha256 = receiving.receiveAll(Channels.newChannel(output), size);
        try {
            output.flush();
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write what is received: " + e.getMessage(), e);
        }
        tell(Event.named("received"), size, sha256);
        receiving.acknowledge(sha256);
    }

    private void tell(Event event, long size, byte[] sha256) {
        receiving
                .ui()
                .tell(event.with("size", size).with("sha256", HexFormat.of().formatHex(sha256)));
    }
}

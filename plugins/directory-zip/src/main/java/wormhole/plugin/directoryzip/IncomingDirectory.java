package wormhole.plugin.directoryzip;

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
import wormhole.spi.files.PartDirectory;
import wormhole.spi.files.PartFile;
import wormhole.spi.text.ByteSize;
import wormhole.spi.text.Printable;

/** A directory on its way in, from the offer to the acknowledgement. */
final class IncomingDirectory {
    /** An exbibyte: beyond every disk, and far enough from the end of {@code long} to add up. */
    static final long MAX_BYTES = 1L << 60;

    private static final int MAX_NAME_LENGTH = 4096;
    private static final int MAX_MODE_LENGTH = 100;

    private final Receiving receiving;

    IncomingDirectory(Receiving receiving) {
        this.receiving = receiving;
    }

    void receive() throws WormholeException {
        PeerValue offer = receiving.offer();
        checkMode(offer.field("mode").text(MAX_MODE_LENGTH));
        PeerValue name = offer.field("dirname");
        long zipSize = offer.field("zipsize").wholeNumber(0, MAX_BYTES);
        Contents announced = new Contents(
                offer.field("numfiles").wholeNumber(0, Long.MAX_VALUE),
                offer.field("numbytes").wholeNumber(0, MAX_BYTES));
        if (receiving.request().toStandardOutput()) {
            throw new WormholeException(ErrorCode.USAGE, "a directory was offered, and cannot go to standard output")
                    .withHint("Give --output-file a folder.")
                    .tellingPeer("transfer rejected");
        }
        Optional<Destination> destination = Destination.forDirectory(
                receiving.request(),
                name,
                receiving.ui(),
                "Offered: directory '" + Printable.line(name.text(MAX_NAME_LENGTH)) + "' (" + ByteSize.of(zipSize)
                        + ")");
        if (destination.isEmpty()) {
            receiving
                    .ui()
                    .tell(Event.named("skipped").saying("Not received: there is something of that name already."));
            receiving.decline();
            return;
        }
        receive(destination.get(), zipSize, announced);
    }

    private static void checkMode(String mode) throws WormholeException {
        if (!mode.equals(DirectoryOffer.MODE)) {
            throw new WormholeException(
                            ErrorCode.UNKNOWN_OFFER,
                            "the other side packs directories in an unknown way, '" + mode + "'")
                    .tellingPeer("unknown mode");
        }
    }

    private void receive(Destination destination, long zipSize, Contents announced) throws WormholeException {
        long bytes = announced.bytes();
        long files = announced.files();
        destination.checkRoomFor(receiving.request().keepPartial() ? zipSize + bytes : Math.max(zipSize, bytes));
        KeptPart.tellOfEarlier(destination, archiveName(destination), receiving.ui());
        receiving.askConsent("Receiving directory (" + ByteSize.of(zipSize) + ") into: '" + destination.shown() + "' ("
                + (files == 1 ? "1 file, " : files + " files, ") + ByteSize.of(bytes) + " unpacked)");
        try (PartFile spool = destination.createFile();
                PartDirectory directory = destination.createDirectory();
                IncomingArchive archive = new IncomingArchive(
                        new Spool(spool.content()), directory.path(), new EntryGuard(bytes, files))) {
            receiving.accept();
            byte[] sha256 = receiveAll(spool, archive, archiveName(destination), zipSize);
            Contents came = archive.finish();
            Path saved = directory.publish();
            receiving
                    .ui()
                    .tell(Event.named("received")
                            .saying("Received files written to '" + destination.shown(saved) + "'.")
                            .with("path", saved.toString())
                            .with("size", zipSize)
                            .with("sha256", HexFormat.of().formatHex(sha256)));
            announced.shortfall(came).ifPresent(receiving.ui()::tell);
            receiving.acknowledge(sha256);
        }
    }

    private static String archiveName(Destination destination) {
        return destination.name() + ".zip";
    }

    /** A part that shall be kept is a part of the archive: then nothing is unpacked before all of it is there. */
    private byte[] receiveAll(PartFile spool, IncomingArchive archive, String name, long zipSize)
            throws WormholeException {
        if (receiving.request().keepPartial()) {
            return KeptPart.receiveAll(receiving, spool, name, zipSize);
        }
        try {
            return receiving.receiveAll(archive, zipSize);
        } catch (WormholeException e) {
            // The host cannot know what is wrong with the archive.
            throw archive.failure().orElse(e);
        }
    }
}

package wormhole.spi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Receiving;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.text.ByteSize;

/**
 * What has come of a download, kept in the open if the rest does not come and the person asked for that: as
 * {@code NAME.part}, with a manifest {@code NAME.part.json} that tells what it is a part of, so that somebody can go on from
 * there. Every byte of it was authenticated. Used from one thread.
 */
public final class KeptPart implements WritableByteChannel {
    private final PartFile part;
    private final String name;
    private final long size;
    private final MessageDigest sha256 = sha256();
    private long received;

    private KeptPart(PartFile part, String name, long size) {
        this.part = part;
        this.name = name;
        this.size = size;
    }

    /**
     * Receives everything into a part file, as {@link Receiving#receiveAll} does. If that fails and the request says so, what
     * came is kept before the failure goes on; nothing is kept of what was tampered with.
     *
     * @param name of what is received, for the part to be named after
     */
    public static byte[] receiveAll(Receiving receiving, PartFile part, String name, long size)
            throws WormholeException {
        if (!receiving.request().keepPartial()) {
            return receiving.receiveAll(part, size);
        }
        KeptPart kept = new KeptPart(part, name, size);
        try {
            return receiving.receiveAll(kept, size);
        } catch (WormholeException e) {
            if (kept.received > 0 && e.code() != ErrorCode.INTEGRITY) {
                kept.keep(receiving.ui());
            }
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        ByteBuffer written = bytes.duplicate();
        int length = part.write(bytes);
        sha256.update(written.limit(written.position() + length));
        received += length;
        return length;
    }

    /** An interrupt must not keep us from this, nor be forgotten. */
    private void keep(UserInterface ui) {
        boolean interrupted = Thread.interrupted();
        try {
            String hash = HexFormat.of().formatHex(sha256.digest());
            Path kept = part.keep(name, received, new Manifest(name, size, received, hash));
            ui.tell(Event.named("partial")
                    .at(Event.Level.WARNING)
                    .saying("Incomplete: the first " + ByteSize.of(received) + " of " + ByteSize.of(size)
                            + " are kept in '" + kept + "'.")
                    .with("path", kept.toString())
                    .with("manifest", Manifest.beside(kept).toString())
                    .with("received", received)
                    .with("size", size)
                    .with("sha256", hash));
        } catch (IOException e) {
            ui.tell(Event.note("What came could not be kept: " + FileTrouble.reason(e) + ".")
                    .at(Event.Level.WARNING));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isOpen() {
        return part.isOpen();
    }

    @Override
    public void close() {
        part.close();
    }
}

package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;

/** Content that was deflated: with its sizes known, or ending where its compression ends. */
final class InflatedContent implements StreamedContent {
    private final LocalHeader header;
    private final Inflation inflation;
    private final EntryGuard guard;
    private long packed;

    /** @param inflation that no other content needs any more */
    InflatedContent(LocalHeader header, Inflation inflation, EntryGuard guard) {
        this.header = header;
        this.inflation = inflation;
        this.guard = guard;
        inflation.reset();
    }

    @Override
    public Progress readFrom(ByteBuffer piece, UnpackedFile file) throws WormholeException {
        return header.descriptor() ? readToItsEnd(piece, file) : readKnown(piece, file);
    }

    private Progress readKnown(ByteBuffer piece, UnpackedFile file) throws WormholeException {
        int length = (int) Math.min(header.compressedSize() - packed, piece.remaining());
        inflate(piece.slice(piece.position(), length), file);
        piece.position(piece.position() + length);
        packed += length;
        if (packed < header.compressedSize()) {
            return Progress.MORE;
        }
        if (file.size() != header.size() || file.crc() != header.crc()) {
            throw BadArchive.damaged(file);
        }
        return Progress.COMPLETE;
    }

    private Progress readToItsEnd(ByteBuffer piece, UnpackedFile file) throws WormholeException {
        if (!inflation.isFinished()) {
            ByteBuffer rest = piece.slice();
            inflate(rest, file);
            piece.position(piece.position() + rest.position());
            packed += rest.position();
        }
        if (!inflation.isFinished() || piece.remaining() < DataDescriptor.MOST_BYTES) {
            return Progress.MORE;
        }
        // If there is none, then something else follows that the list will explain.
        DataDescriptor.skip(piece, file.crc(), packed, file.size());
        return Progress.COMPLETE;
    }

    private void inflate(ByteBuffer packedPiece, UnpackedFile file) throws WormholeException {
        try {
            inflation.take(packedPiece);
            for (ByteBuffer piece = inflation.next(); piece.hasRemaining(); piece = inflation.next()) {
                allow(piece.remaining(), file);
                file.write(piece);
            }
        } catch (IOException e) {
            throw BadArchive.because(String.valueOf(e.getMessage()), e);
        }
    }

    private void allow(int more, UnpackedFile file) throws WormholeException {
        if (header.descriptor()) {
            guard.take(more);
        } else if (more > header.size() - file.size()) {
            throw BadArchive.damaged(file);
        }
    }

    @Override
    public long packedSize() {
        return packed;
    }
}

package wormhole.plugin.directoryzip;

import java.nio.ByteBuffer;
import wormhole.spi.WormholeException;

/** Content that stands in the archive as it is, of known size. */
final class StoredContent implements StreamedContent {
    private final LocalHeader header;
    private long left;

    StoredContent(LocalHeader header) {
        this.header = header;
        this.left = header.size();
    }

    @Override
    public Progress readFrom(ByteBuffer piece, UnpackedFile file) throws WormholeException {
        int length = (int) Math.min(left, piece.remaining());
        if (length > 0) {
            file.write(piece.slice(piece.position(), length));
            piece.position(piece.position() + length);
            left -= length;
        }
        boolean needsMore = left > 0 || (header.descriptor() && piece.remaining() < DataDescriptor.MOST_BYTES);
        return needsMore ? Progress.MORE : end(piece, file);
    }

    private Progress end(ByteBuffer piece, UnpackedFile file) throws WormholeException {
        boolean good = header.descriptor()
                ? DataDescriptor.skip(piece, file.crc(), header.size(), header.size())
                : file.crc() == header.crc();
        if (!good) {
            throw BadArchive.damaged(file);
        }
        return Progress.COMPLETE;
    }

    @Override
    public long packedSize() {
        return header.size();
    }
}

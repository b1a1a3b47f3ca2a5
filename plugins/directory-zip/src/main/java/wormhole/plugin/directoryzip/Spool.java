package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/** What of an archive could not be unpacked as it came, kept until all is there. */
final class Spool {
    private final SeekableByteChannel kept;

    /** @param kept an empty hidden file */
    Spool(SeekableByteChannel kept) {
        this.kept = kept;
    }

    /** Keeps all of some bytes. */
    void write(ByteBuffer bytes) throws WormholeException {
        try {
            while (bytes.hasRemaining()) {
                kept.write(bytes);
            }
        } catch (IOException e) {
            ErrorCode code = FileTrouble.isDiskFull(e) ? ErrorCode.NO_SPACE : ErrorCode.FILE_UNUSABLE;
            throw new WormholeException(code, "cannot write what is received: " + FileTrouble.reason(e), e);
        }
    }

    SeekableByteChannel content() {
        return kept;
    }
}

package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Unpacks what has not been unpacked of a checked archive, and gives everything the modes that its list says. */
final class Unpacker {
    private final ReceivedArchive archive;
    private final FolderMaker maker;
    /** Where they are listed; there may be a million. */
    private long[] folders = new long[64];

    private int folderCount;

    Unpacker(ReceivedArchive archive, FolderMaker maker) {
        this.archive = archive;
        this.maker = maker;
    }

    void unpack() throws WormholeException {
        try {
            archive.forEach(this::unpack);
            // Last and from the inside out: a mode may forbid to add files, and adding files changes the time.
            for (int i = folderCount - 1; i >= 0; i--) {
                CentralHeader folder = archive.listedAt(folders[i]);
                maker.finishFolder(ReceivedArchive.path(folder), folder);
            }
        } catch (IOException e) {
            throw BadArchive.because(String.valueOf(e.getMessage()), e);
        }
    }

    private void unpack(CentralHeader entry) throws IOException, WormholeException {
        if (Thread.currentThread().isInterrupted()) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted while unpacking");
        }
        if (entry.isRoot()) {
            return;
        }
        boolean unpacked = archive.wasUnpacked(entry);
        if (entry.isDirectory()) {
            remember(entry);
            if (!unpacked) {
                maker.createFolder(ReceivedArchive.path(entry));
            }
            return;
        }
        if (!unpacked) {
            writeFile(entry);
        } else if (!archive.hasRightTimes()) {
            maker.setTime(ReceivedArchive.path(entry), entry.modified());
        }
        if (maker.changesMode(entry.mode())) {
            maker.setFileMode(ReceivedArchive.path(entry), entry.mode());
        }
    }

    private void remember(CentralHeader folder) {
        if (folderCount == folders.length) {
            folders = Arrays.copyOf(folders, 2 * folderCount);
        }
        folders[folderCount++] = folder.at();
    }

    private void writeFile(CentralHeader entry) throws IOException, WormholeException {
        archive.open(entry);
        UnpackedFile file = maker.createFile(ReceivedArchive.path(entry));
        try {
            copy(entry, file);
        } catch (WormholeException e) {
            file.abandon();
            throw e;
        }
        maker.finish(file, entry.modified());
    }

    private void copy(CentralHeader entry, UnpackedFile file) throws WormholeException {
        ByteBuffer piece = archive.next();
        while (piece.hasRemaining() && piece.remaining() <= entry.size() - file.size()) {
            file.write(piece);
            piece = archive.next();
        }
        if (piece.hasRemaining() || file.size() != entry.size() || file.crc() != entry.crc()) {
            throw BadArchive.damaged(file);
        }
    }
}

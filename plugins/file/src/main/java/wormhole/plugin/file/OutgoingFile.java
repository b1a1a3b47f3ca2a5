package wormhole.plugin.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import wormhole.spi.ErrorCode;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.Sending;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;
import wormhole.spi.files.PeerFileName;
import wormhole.spi.text.ByteSize;

/** An open file that is ready to be offered. */
final class OutgoingFile implements OutgoingOffer {
    private static final String STREAM_NAME = "stdin";

    private final String name;
    private final FileChannel file;
    private final long size;

    private OutgoingFile(String name, FileChannel file) throws IOException {
        this.name = name;
        this.file = file;
        this.size = file.size();
    }

    /** Opens a file; a link is followed, and keeps its own name. */
    static OutgoingFile ofPath(Path path, Optional<String> chosenName) throws WormholeException {
        String name = chosenName.isPresent() ? checked(chosenName.get()) : String.valueOf(path.getFileName());
        try {
            // Before opening: that would wait for a writer if this is a FIFO.
            if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
                throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + path + "' is no regular file")
                        .withHint("Only files and directories can be sent; to send what a pipe holds, use '-'.");
            }
            return measured(path, new OutgoingFile(name, FileChannel.open(path, StandardOpenOption.READ)));
        } catch (IOException e) {
            throw FileTrouble.of(e, "send", path);
        }
    }

    /** Those that the system makes up, as in /proc, tell no size, and an empty file would arrive before that is noticed. */
    private static OutgoingFile measured(Path path, OutgoingFile opened) throws IOException, WormholeException {
        try {
            if (opened.size > 0 || opened.file.read(ByteBuffer.allocate(1), 0) < 0) {
                return opened;
            }
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        opened.close();
        throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + path + "' does not tell how much it holds")
                .withHint("Send what it holds now: cat FILE | wormhole send -");
    }

    /** Copies a stream into a temporary file of ours alone, since its size must be known before it is offered. */
    static OutgoingFile ofStream(InputStream stream, Optional<String> chosenName) throws WormholeException {
        String name = chosenName.isPresent() ? checked(chosenName.get()) : STREAM_NAME;
        try {
            Path spool = Files.createTempFile("wormhole-", ".spool");
            FileChannel file = FileChannel.open(
                    spool, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new OutgoingFile(name, filled(file, stream));
        } catch (IOException e) {
            throw FileTrouble.of(
                    e, "keep what is to be sent in", Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
        }
    }

    private static FileChannel filled(FileChannel file, InputStream stream) throws IOException {
        try {
            stream.transferTo(Channels.newOutputStream(file));
            return file.position(0);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static String checked(String chosenName) throws WormholeException {
        return PeerFileName.chosenHere(chosenName).toString();
    }

    @Override
    public Object body() {
        return Map.of("filename", name, "filesize", size);
    }

    @Override
    public String summary() {
        return "'" + name + "' (" + ByteSize.of(size) + ")";
    }

    @Override
    public Optional<String> caution() {
        return PeerFileName.caution(name);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(size);
    }

    @Override
    public void deliver(Sending sending) throws WormholeException {
        sending.sendAll(file, size);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // It was only read; whatever could be lost is not ours.
            return;
        }
    }
}

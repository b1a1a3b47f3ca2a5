package wormhole.plugin.sshkey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The folder of the person who runs the program. Links in it are their own wish, so they are followed and kept. */
final class OwnFolder implements KeyFolder {
    private final Path folder;
    private final Path file;

    private OwnFolder(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Opens it; creates it if it is not there. */
    static OwnFolder open(Path home) throws IOException {
        Path folder = home.resolve(FOLDER);
        if (!Files.exists(folder)) {
            Files.createDirectory(folder, OwnerOnly.from(OwnerOnly.FOLDER, view(home)));
        }
        Path file = folder.resolve(FILE);
        return new OwnFolder(folder, Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? file.toRealPath() : file);
    }

    @Override
    public Optional<byte[]> read() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void replace(byte[] content) throws IOException {
        Path part = file.resolveSibling("." + FILE + "." + UUID.randomUUID() + ".part");
        try (FileChannel channel = create(part)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            OwnerOnly.give(view(part), view(Files.exists(file) ? file : folder));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        OwnerOnly.set(view(folder), OwnerOnly.FOLDER);
    }

    private FileChannel create(Path part) throws IOException {
        return FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OwnerOnly.from(OwnerOnly.FILE, view(folder)));
    }

    private static @Nullable PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}

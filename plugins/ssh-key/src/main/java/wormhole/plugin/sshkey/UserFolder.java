package wormhole.plugin.sshkey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The folder of another user, who owns it and can change it at any moment: a link in the right place would make root hand
 * over a file of its own. So no link is followed, and the folder, once open, is never looked up by its name again.
 */
final class UserFolder implements KeyFolder {
    private static final Path NAME = Path.of(FILE);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> home;
    private final SecureDirectoryStream<Path> folder;

    private UserFolder(SecureDirectoryStream<Path> home, SecureDirectoryStream<Path> folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Opens it; creates it if it is not there. */
    static UserFolder open(Path homePath) throws IOException {
        SecureDirectoryStream<Path> home = secure(homePath);
        try {
            return new UserFolder(home, openOrCreate(home, homePath));
        } catch (IOException e) {
            home.close();
            throw e;
        }
    }

    @SuppressWarnings("StreamResourceLeak") // It is closed with the folder.
    private static SecureDirectoryStream<Path> secure(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new IOException("this system has no safe way to change another user's files");
    }

    private static SecureDirectoryStream<Path> openOrCreate(SecureDirectoryStream<Path> home, Path homePath)
            throws IOException {
        Path name = Path.of(FOLDER);
        try {
            return home.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            Files.createDirectory(homePath.resolve(name), OwnerOnly.from(OwnerOnly.FOLDER, view(home)));
        }
        SecureDirectoryStream<Path> folder = home.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
        OwnerOnly.give(view(folder), view(home));
        return folder;
    }

    private static PosixFileAttributeView view(SecureDirectoryStream<Path> stream) {
        return stream.getFileAttributeView(PosixFileAttributeView.class);
    }

    @Override
    public Optional<byte[]> read() throws IOException {
        try (SeekableByteChannel channel = folder.newByteChannel(NAME, READ);
                InputStream content = Channels.newInputStream(channel)) {
            return Optional.of(content.readAllBytes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void replace(byte[] content) throws IOException {
        Path part = Path.of("." + FILE + "." + UUID.randomUUID() + ".part");
        try {
            write(part, content);
            OwnerOnly.give(view(part), view(home));
            folder.move(part, folder, NAME);
        } catch (IOException e) {
            discard(part);
            throw e;
        }
        OwnerOnly.set(view(folder), OwnerOnly.FOLDER);
    }

    private void write(Path part, byte[] content) throws IOException {
        try (SeekableByteChannel channel =
                folder.newByteChannel(part, CREATE, OwnerOnly.from(OwnerOnly.FILE, view(folder)))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (channel instanceof FileChannel file) {
                file.force(true);
            }
        }
    }

    private PosixFileAttributeView view(Path name) {
        return folder.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void discard(Path part) {
        try {
            folder.deleteFile(part);
        } catch (IOException e) {
            // It may never have been created; a hidden file that stays is no reason to hide what failed.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
        home.close();
    }
}

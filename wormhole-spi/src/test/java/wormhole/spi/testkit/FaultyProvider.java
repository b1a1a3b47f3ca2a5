package wormhole.spi.testkit;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts every operation, and lets one fail. */
final class FaultyProvider extends FileSystemProvider {
    private final FileSystemProvider real;
    private final FaultyFileSystem system;
    private final FaultyFiles files;

    FaultyProvider(FileSystemProvider real, FaultyFileSystem system, FaultyFiles files) {
        this.real = real;
        this.system = system;
        this.files = files;
    }

    private Path counted(String operation, Path path) throws IOException {
        Path target = FaultyPath.real(path);
        files.count(operation, target);
        return target;
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("made by FaultyFiles only");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("has no URIs");
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path target = counted("open", path);
        return new FaultyChannel(real.newFileChannel(target, options, attributes), target, files);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = real.newDirectoryStream(counted("list", folder), all -> true)) {
            for (Path entry : stream) {
                Path seen = FaultyPath.of(entry, system);
                if (filter.accept(seen)) {
                    entries.add(seen);
                }
            }
        }
        return new Entries(entries);
    }

    private record Entries(List<Path> entries) implements DirectoryStream<Path> {
        @Override
        public java.util.Iterator<Path> iterator() {
            return entries.iterator();
        }

        @Override
        public void close() {}
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        real.createDirectory(counted("create folder", folder), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        real.createLink(counted("link", link), FaultyPath.real(existing));
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(counted("delete", path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        real.copy(FaultyPath.real(source), counted("copy to", target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        real.move(FaultyPath.real(source), counted("move to", target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(counted("compare", path), FaultyPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(counted("look at", path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(counted("find disk of", path));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return FaultyPath.of(real.readSymbolicLink(counted("read link", link)), system);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(counted("ask for access to", path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        Path target = FaultyPath.real(path);
        V view = real.getFileAttributeView(target, type, options);
        return view == null ? null : type.cast(faulty(view, type, target));
    }

    private Object faulty(FileAttributeView view, Class<?> type, Path path) {
        return Proxy.newProxyInstance(
                FaultyProvider.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("name")) {
                        files.count(method.getName(), path);
                    }
                    try {
                        return method.invoke(view, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(counted("look at", path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(counted("look at", path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(counted("set " + attribute + " of", path), attribute, value, options);
    }
}

package wormhole.spi.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file, each use of which counts. */
final class FaultyChannel extends FileChannel {
    private final FileChannel real;
    private final Path path;
    private final FaultyFiles files;

    FaultyChannel(FileChannel real, Path path, FaultyFiles files) {
        this.real = real;
        this.path = path;
        this.files = files;
    }

    private FileChannel counted(String operation) throws IOException {
        files.count(operation, path);
        return real;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return counted("read").read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return counted("read").read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return counted("read").read(into, position);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return counted("write").write(bytes);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        return counted("write").write(bytes, offset, length);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return counted("write").write(bytes, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        counted("seek in").position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return counted("size of").size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        counted("truncate").truncate(size);
        return this;
    }

    /** Only counted: no power is cut in tests, and real disks take their time. */
    @Override
    public void force(boolean withAttributes) throws IOException {
        files.count("flush", path);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return counted("read").transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        return counted("write").transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return counted("map").map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return counted("lock").lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return counted("lock").tryLock(position, size, shared);
    }

    /** Closed in any case, as systems do it: what failed is the writing that was still to be done. */
    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
        files.count("close", path);
    }
}

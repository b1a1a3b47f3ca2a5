package wormhole.engine.crypto;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wormhole.spi.files.Sha256;

/** SHA-256 of records, each in a new buffer: the JDK's alone, and ours, which keeps it fast. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HashBenchmark {
    @Param({"16384", "131072"})
    int bytes;

    /** Where others could see it, so that it is made indeed. */
    public ByteBuffer buffer = ByteBuffer.allocate(0);

    private final Sha256 ours = new Sha256();
    private @Nullable MessageDigest jdks;
    private byte[] record = new byte[0];

    /** Makes the record. */
    @Setup
    public void fill() throws NoSuchAlgorithmException {
        jdks = MessageDigest.getInstance("SHA-256");
        record = new byte[bytes];
    }

    /** As most would write it. */
    @Benchmark
    public void jdks() {
        buffer = ByteBuffer.wrap(record);
        Objects.requireNonNull(jdks).update(buffer);
    }

    /** As the data path does. */
    @Benchmark
    public void ours() {
        buffer = ByteBuffer.wrap(record);
        ours.update(buffer);
    }
}

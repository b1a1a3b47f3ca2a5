package wormhole.engine.crypto;

import java.util.concurrent.TimeUnit;
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

/** Sealing and opening, ours beside Bouncy Castle. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SecretBoxBenchmark {
    @Param({"16384", "131072", "1048576"})
    int bytes;

    @Param({"lanes", "bouncycastle"})
    String kind;

    private final byte[] nonce = new byte[SecretBox.NONCE_BYTES];
    private final byte[] tag = new byte[SecretBox.TAG_BYTES];
    private byte[] data = new byte[0];
    private byte[] sealed = new byte[0];
    private SecretBox box = new BouncyCastleSecretBox(new byte[SecretBox.KEY_BYTES]);

    /** Fills the buffers. */
    @Setup
    public void fill() {
        byte[] key = new byte[SecretBox.KEY_BYTES];
        box = kind.equals("lanes")
                ? SecretBoxes.lanes(key, new BulkTrial(System::nanoTime))
                : new BouncyCastleSecretBox(key);
        data = new byte[bytes];
        sealed = new byte[bytes];
        box.seal(nonce, sealed, 0, bytes, tag, 0);
    }

    /** Seals the same buffer over and over, which changes nothing for the time it takes. */
    @Benchmark
    public byte[] seal() {
        box.seal(nonce, data, 0, bytes, new byte[SecretBox.TAG_BYTES], 0);
        return data;
    }

    /** Copies what is opened first, since it is opened in place. */
    @Benchmark
    public boolean open() {
        System.arraycopy(sealed, 0, data, 0, bytes);
        return box.open(nonce, data, 0, bytes, tag, 0);
    }
}

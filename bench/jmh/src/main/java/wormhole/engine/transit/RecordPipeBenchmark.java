package wormhole.engine.transit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.Link;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** 64 MiB through both ends of the encrypted pipe, over loopback, without a file or a hash. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RecordPipeBenchmark {
    private static final long BYTES = 64 << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TransitKey key = TransitKey.of(new byte[32]);
    private RecordPipe sender;
    private RecordPipe receiver;

    /** Connects the two ends. */
    @Setup(Level.Trial)
    public void connect() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            sender = pipe(SocketChannel.open(server.getLocalAddress()), Role.SENDER);
            receiver = pipe(server.accept(), Role.RECEIVER);
        }
    }

    private RecordPipe pipe(SocketChannel channel, Role role) {
        return new EncryptedPipe(new Link(channel, "bench", false), key, role)
                .start(threads, (delay, task) -> () -> {}, TransitLimits.USUAL);
    }

    /** Ends both. */
    @TearDown(Level.Trial)
    public void close() {
        sender.close();
        receiver.close();
        threads.shutdownNow();
    }

    /** Sends all of it while the other end takes it. */
    @Benchmark
    public long throughBothEnds() throws Exception {
        var sending = threads.submit(() -> {
            send();
            return null;
        });
        long got = 0;
        while (got < BYTES) {
            got += receiver.receive().remaining();
        }
        sending.get();
        return got;
    }

    private void send() throws WormholeException {
        long left = BYTES;
        while (left > 0) {
            ByteBuffer record = sender.buffer();
            record.limit((int) Math.min(record.capacity(), left));
            left -= record.remaining();
            sender.send(record);
        }
        sender.flush();
    }
}

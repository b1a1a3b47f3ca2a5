package wormhole.engine.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wormhole.engine.testing.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.crypto.RecordSealer;
import wormhole.engine.crypto.TransitKey;
import wormhole.engine.testing.ChannelPair;
import wormhole.engine.testing.Vectors;
import wormhole.spi.ErrorCode;
import wormhole.spi.Link;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

class EncryptedPipeTest {
    private static final JsonNode VECTOR = Vectors.at("transit/records");

    private static final List<JsonNode> CONSECUTIVE =
            Vectors.each("transit/records/sender_to_receiver").limit(4).toList();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ManualTimer timer = new ManualTimer();
    private final ChannelPair channels = ChannelPair.open();
    private final TransitKey key = TransitKey.of(hex(VECTOR, "transit_key"));

    @AfterEach
    void closeAll() {
        channels.close();
        threads.shutdownNow();
    }

    private RecordPipe pipe(SocketChannel channel, Role role) {
        return new EncryptedPipe(new Link(channel, "test", false), key, role)
                .start(threads, timer, TransitLimits.USUAL);
    }

    @Test
    void sendsTheKnownBytes() throws Exception {
        RecordPipe sender = pipe(channels.left(), Role.SENDER);
        ByteArrayOutputStream wire = new ByteArrayOutputStream();

        // Behind these, the vectors jump to later records, which no stream begins with.
        for (JsonNode record : CONSECUTIVE) {
            sender.send(hex(record, "plaintext"));
            wire.write(hex(record, "wire"));
        }
        sender.flush();

        byte[] sent = Channels.newInputStream(channels.right()).readNBytes(wire.size());
        assertThat(hex(sent)).isEqualTo(hex(wire.toByteArray()));
    }

    static Stream<JsonNode> faults() {
        return Vectors.each("transit/record_faults/cases");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void deliversNothingFromTheFirstBadRecordOn(JsonNode fault) throws Exception {
        RecordPipe receiver = pipe(channels.left(), Role.RECEIVER);
        channels.right().write(ByteBuffer.wrap(hex(fault, "stream")));
        channels.right().shutdownOutput();

        for (int i = 0; i < fault.get("delivered").asInt(); i++) {
            receiver.receive();
        }

        assertThatThrownBy(receiver::receive)
                .isInstanceOfSatisfying(
                        WormholeException.class,
                        e -> assertThat(e.code()).isIn(ErrorCode.INTEGRITY, ErrorCode.PEER_LOST));
    }

    @Test
    void recordsOfAllSizesArriveInOrder() throws Exception {
        RecordPipe sender = pipe(channels.left(), Role.SENDER);
        RecordPipe receiver = pipe(channels.right(), Role.RECEIVER);
        Random random = new Random(7);
        List<byte[]> records = new ArrayList<>();
        for (int size : new int[] {0, 1, 100, 16_384, 131_072, 131_071, 70_000, 3, 131_072, 50_000, 131_072, 9}) {
            byte[] record = new byte[size];
            random.nextBytes(record);
            records.add(record);
        }

        Future<?> sending = threads.submit(() -> {
            for (byte[] record : records) {
                sender.send(record);
            }
            sender.flush();
            return true;
        });

        for (byte[] record : records) {
            ByteBuffer received = receiver.receive();
            assertThat(received).isEqualTo(ByteBuffer.wrap(record));
        }
        sending.get();
    }

    @Test
    void aPeerThatClosesIsLostForEveryFurtherCall() throws Exception {
        RecordPipe receiver = pipe(channels.left(), Role.RECEIVER);
        channels.right().close();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(receiver::receive)
                    .isInstanceOfSatisfying(
                            WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PEER_LOST));
        }
    }

    @Test
    void aSilentPeerIsGivenUpInTheEnd() throws Exception {
        RecordPipe receiver = pipe(channels.left(), Role.RECEIVER);
        Future<ByteBuffer> waiting = threads.submit(() -> receiver.receive());

        while (!waiting.isDone()) {
            timer.pass(Duration.ofMinutes(1));
            Thread.onSpinWait();
        }

        assertThatThrownBy(waiting::get)
                .cause()
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT));
    }

    @Test
    void bigRecordsArriveOneAfterAnother() throws Exception {
        RecordPipe receiver = pipe(channels.left(), Role.RECEIVER);
        RecordSealer sealer = key.recordKey(Role.SENDER).sealer();
        Future<?> sending = threads.submit(() -> {
            for (int i = 0; i < 5; i++) {
                byte[] record = new byte[Integer.BYTES + RecordSealer.OVERHEAD + 1_000_000];
                ByteBuffer.wrap(record).putInt(record.length - Integer.BYTES);
                record[record.length - 1] = (byte) i;
                sealer.seal(record, Integer.BYTES, 1_000_000);
                Channels.newOutputStream(channels.right()).write(record);
            }
            return true;
        });

        for (int i = 0; i < 5; i++) {
            ByteBuffer record = receiver.receive();
            assertThat(record.remaining()).isEqualTo(1_000_000);
            assertThat(record.get(record.limit() - 1)).isEqualTo((byte) i);
        }
        sending.get();
    }

    /** A channel that keeps whoever reads or writes, even when it is closed. */
    private static final class Tar implements ByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return stick();
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return stick();
        }

        private static int stick() throws IOException {
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nobody gets away.
        }
    }

    @Test
    void aChannelThatKeepsItsUsersDoesNotKeepTheCaller() {
        RecordPipe pipe = new EncryptedPipe(new Link(new Tar(), "test", false), key, Role.SENDER)
                .start(threads, timer, TransitLimits.USUAL);
        List<Future<?>> waiting = List.of(threads.submit(() -> pipe.receive()), threads.submit(() -> {
            pipe.send(new byte[10]);
            pipe.flush();
            return true;
        }));

        while (!waiting.stream().allMatch(Future::isDone)) {
            timer.pass(Duration.ofMinutes(1));
            Thread.onSpinWait();
        }

        assertThat(waiting)
                .allSatisfy(each -> assertThatThrownBy(each::get)
                        .cause()
                        .isInstanceOfSatisfying(
                                WormholeException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT)));
    }

    @Test
    void aPipeNobodyWaitsForDoesNotStall() throws Exception {
        RecordPipe sender = pipe(channels.left(), Role.SENDER);
        RecordPipe receiver = pipe(channels.right(), Role.RECEIVER);

        timer.pass(Duration.ofHours(5));
        sender.send(new byte[] {1});

        assertThat(receiver.receive().get()).isEqualTo((byte) 1);
    }
}

package wormhole.engine.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.crypto.RecordOpener;
import wormhole.engine.crypto.RecordSealer;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

class RecordBatchTest {
    private static final TransitKey KEY = TransitKey.of(new byte[32]);
    private static final int BIG = 3 << 20;

    private final RecordSealer sealer = KEY.recordKey(Role.SENDER).sealer();
    private final RecordOpener opener = KEY.recordKey(Role.SENDER).opener();
    private final RecordBatch batch = new RecordBatch();

    @Test
    void recordsThatCameTogetherAreGivenOutInTurn() throws WormholeException {
        put(batch, stream(1, 0, 16_384, 7));
        batch.open(opener);

        assertThat(taken(batch)).containsExactly(1, 0, 16_384, 7);
    }

    @Test
    void aRecordThatIsNotWholeWaitsForItsRestInTheNext() throws WormholeException {
        byte[] both = stream(20, 30);
        put(batch, Arrays.copyOf(both, both.length - 1));
        batch.open(opener);
        RecordBatch next = new RecordBatch();
        batch.moveRestTo(next);

        assertThat(taken(batch)).containsExactly(20);
        assertThat(next.isReady()).isFalse();
        put(next, Arrays.copyOfRange(both, both.length - 1, both.length));
        assertThat(next.isReady()).isTrue();
        next.open(opener);
        assertThat(taken(next)).containsExactly(30);
    }

    @Test
    void noMoreIsAskedForThanABigRecordAndTheNextLength() throws WormholeException {
        byte[] record = stream(RecordBuffers.PLAINTEXT_BYTES);
        put(batch, Arrays.copyOf(record, 10));

        assertThat(batch.room().remaining()).isEqualTo(record.length - 10 + RecordBuffers.LENGTH_BYTES);
    }

    @Test
    void whatIsOnlyAnnouncedTakesNoMemory() throws WormholeException {
        byte[] record = stream(BIG);
        int most = 0;
        int done = 0;
        while (!batch.isReady()) {
            if (batch.isFull()) {
                batch.grow();
            }
            ByteBuffer room = batch.room();
            int size = done + room.remaining();
            most = Math.max(most, size);
            assertThat(size).isLessThanOrEqualTo(Math.max(300_000, 2 * done));
            int count = Math.min(room.remaining(), Math.min(100_000, record.length - done));
            room.put(record, done, count);
            batch.add(count);
            done += count;
        }
        batch.open(opener);

        assertThat(most).isLessThanOrEqualTo(record.length + RecordBuffers.LENGTH_BYTES);
        assertThat(batch.isBig()).isTrue();
        assertThat(taken(batch)).containsExactly(BIG);
    }

    @Test
    void whatCameBeforeAForgeryIsGivenOut() throws WormholeException {
        byte[] records = stream(5, 6, 7);
        records[records.length - 1] ^= 1;
        put(batch, records);

        assertThatThrownBy(() -> batch.open(opener))
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTEGRITY));
        assertThat(taken(batch)).containsExactly(5, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, RecordOpener.OVERHEAD - 1, (64 << 20) + 1, -1, Integer.MIN_VALUE})
    void aLengthThatCannotBeOneIsRefusedBeforeAnythingFollows(int length) {
        put(batch, ByteBuffer.allocate(4).putInt(length).array());

        assertThatThrownBy(batch::isReady)
                .hasMessage("an encrypted record of " + Integer.toUnsignedLong(length) + " bytes cannot be one");
    }

    @Test
    void anEmptiedBatchIsAsGoodAsNew() throws WormholeException {
        put(batch, stream(5));
        batch.open(opener);
        batch.clear();

        assertThat(batch.take()).isNull();
        put(batch, stream(6));
        batch.open(opener);
        assertThat(taken(batch)).containsExactly(6);
    }

    private static void put(RecordBatch batch, byte[] bytes) {
        try {
            batch.room().put(bytes);
            batch.add(bytes.length);
        } catch (WormholeException e) {
            throw new AssertionError(e);
        }
    }

    /** Records of so many bytes, each of which is the lowest byte of that number. */
    private byte[] stream(int... lengths) {
        ByteBuffer stream = ByteBuffer.allocate(Arrays.stream(lengths)
                .map(length -> length + RecordBuffers.HEADER_BYTES)
                .sum());
        for (int length : lengths) {
            byte[] record = new byte[RecordOpener.OVERHEAD + length];
            Arrays.fill(record, RecordOpener.OVERHEAD, record.length, (byte) length);
            sealer.seal(record, 0, length);
            stream.putInt(record.length).put(record);
        }
        return stream.array();
    }

    private static List<Integer> taken(RecordBatch batch) {
        List<Integer> lengths = new ArrayList<>();
        for (ByteBuffer record = batch.take(); record != null; record = batch.take()) {
            byte[] expected = new byte[record.remaining()];
            Arrays.fill(expected, (byte) expected.length);
            assertThat(record).isEqualTo(ByteBuffer.wrap(expected));
            lengths.add(expected.length);
        }
        return lengths;
    }
}

package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.WaitLimits;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** A sender whose offer is accepted, and whose records are not what they should be. */
class EvilRecordsTest extends Scene {
    /** The bytes that come after an accepted offer of a file. */
    private interface Delivery {
        void to(RawTransit transit) throws Exception;
    }

    private WormholeException failureOf(long announced, Delivery delivery, ErrorCode... codes) throws Exception {
        return failureOf(WaitLimits.USUAL, announced, delivery, codes);
    }

    private WormholeException failureOf(WaitLimits limits, long announced, Delivery delivery, ErrorCode... codes)
            throws Exception {
        Running victim = receive(dialling(), limits);
        WormholeException failure;
        try (EvilPeer peer = peer();
                RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
            peer.sayTransit(transit);
            peer.offerFile("x.bin", announced);
            peer.hear("answer");
            delivery.to(transit.connect());
            failure = victim.failsWith(codes);
            assertThat(peer.hearError()).isNotBlank();
            assertThat(transit.isHungUp()).isTrue();
        }
        assertUntouched();
        assertServerHoldsNothing();
        return failure;
    }

    @Test
    void aRecordLongerThanWhatIsLeftIsNotWritten() throws Exception {
        failureOf(3, transit -> transit.sendRecord("12345"), ErrorCode.INTEGRITY);
    }

    @Test
    void aLastRecordLongerThanWhatIsLeftIsNotWritten() throws Exception {
        failureOf(
                6,
                transit -> {
                    transit.sendRecord("12345");
                    transit.sendRecord("67");
                },
                ErrorCode.INTEGRITY);
    }

    @Test
    void fewerBytesThanAnnouncedAreNoFile() throws Exception {
        WormholeException failure = failureOf(
                10,
                transit -> {
                    transit.sendRecord("12345");
                    transit.hangUp();
                },
                ErrorCode.PEER_LOST);

        assertThat(failure).hasMessageContaining("got 5 of 10 bytes");
    }

    @Test
    void aResetIsNoEndOfAFile() throws Exception {
        failureOf(10, RawTransit::reset, ErrorCode.PEER_LOST);
    }

    @Test
    void aSenderThatFallsSilentIsGivenUp() throws Exception {
        failureOf(
                withTransit(SHORT.multipliedBy(50), SHORT.multipliedBy(50), SHORT),
                10,
                transit -> transit.sendRecord("12345"),
                ErrorCode.TIMEOUT);
    }

    @Test
    void aSenderThatDribblesARecordIsGivenUpAllTheSame() throws Exception {
        failureOf(
                withTransit(SHORT.multipliedBy(50), SHORT.multipliedBy(50), SHORT),
                100_000,
                transit -> {
                    byte[] record = transit.seal(new byte[100_000]);
                    for (int i = 0; i < record.length / 2; i += 100) {
                        transit.write(Arrays.copyOfRange(record, i, i + 100));
                    }
                },
                ErrorCode.TIMEOUT);
    }

    @Test
    void endlessEmptyRecordsAreGivenUp() throws Exception {
        failureOf(
                10,
                transit -> {
                    // In one write, since the victim hangs up in the middle of them.
                    ByteArrayOutputStream records = new ByteArrayOutputStream();
                    for (int i = 0; i < 200; i++) {
                        records.writeBytes(transit.seal(new byte[0]));
                    }
                    transit.write(records.toByteArray());
                },
                ErrorCode.INTEGRITY);
    }

    @Test
    void aRepeatedRecordIsRefused() throws Exception {
        failureOf(
                10,
                transit -> {
                    byte[] record = transit.seal("12345".getBytes(UTF_8));
                    transit.write(record);
                    transit.write(record);
                },
                ErrorCode.INTEGRITY);
    }

    @Test
    void swappedRecordsAreRefused() throws Exception {
        failureOf(
                10,
                transit -> {
                    byte[] first = transit.seal("12345".getBytes(UTF_8));
                    byte[] second = transit.seal("67890".getBytes(UTF_8));
                    transit.write(ByteBuffer.allocate(first.length + second.length)
                            .put(second)
                            .put(first)
                            .array());
                },
                ErrorCode.INTEGRITY);
    }

    @Test
    void aLeftOutRecordIsRefused() throws Exception {
        failureOf(
                10,
                transit -> {
                    byte[] unused = transit.seal("12345".getBytes(UTF_8));
                    transit.sendRecord("1234567890");
                },
                ErrorCode.INTEGRITY);
    }

    @Test
    void aTruncatedRecordIsNotDelivered() throws Exception {
        failureOf(
                10,
                transit -> {
                    byte[] record = transit.seal("1234567890".getBytes(UTF_8));
                    transit.write(Arrays.copyOf(record, record.length - 1));
                    transit.hangUp();
                },
                ErrorCode.PEER_LOST);
    }

    @Test
    void aRecordWithoutItsLastByteIsRefused() throws Exception {
        failureOf(
                10,
                transit -> {
                    byte[] record = transit.seal("1234567890".getBytes(UTF_8));
                    record[3]--;
                    transit.write(Arrays.copyOf(record, record.length - 1));
                },
                ErrorCode.INTEGRITY);
    }

    @Test
    void aChangedRecordIsRefused() throws Exception {
        failureOf(
                10,
                transit -> {
                    byte[] record = transit.seal("1234567890".getBytes(UTF_8));
                    record[record.length - 1] ^= 1;
                    transit.write(record);
                },
                ErrorCode.INTEGRITY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 39, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, (64 << 20) + 1})
    void aLengthThatNoRecordHasIsRefusedWithoutWaitingForIt(int length) throws Exception {
        failureOf(
                10,
                transit -> transit.write(
                        ByteBuffer.allocate(Integer.BYTES).putInt(length).array()),
                ErrorCode.INTEGRITY);
    }
}

package wormhole.engine.transit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import wormhole.engine.crypto.RecordSealer;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.ErrorCode;
import wormhole.spi.RelayAddress;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** Whatever a stranger says where a peer should speak; seeds and finds are run by every build. */
class TransitFuzzTest {
    private static final TransitKey KEY = TransitKey.of(new byte[32]);
    private static final int[] SIZES = {0, 1, 40, 3000};

    /** Each three bytes of the data change a stream of good records: where, how, by what. */
    @FuzzTest
    void onlyWhatWasSentIsDelivered(byte[] data) {
        RecordReader reader = new RecordReader(
                Channels.newChannel(new ByteArrayInputStream(spoilt(records(), data))),
                KEY.recordKey(Role.SENDER).opener());
        reader.run();

        int delivered = 0;
        try {
            while (true) {
                ByteBuffer record = reader.receive();
                assertThat(record).isEqualTo(ByteBuffer.wrap(plaintext(delivered)));
                delivered++;
            }
        } catch (WormholeException e) {
            assertThat(e.code()).isIn(ErrorCode.INTEGRITY, ErrorCode.PEER_LOST);
            assertThat(delivered).isLessThanOrEqualTo(SIZES.length);
        }
    }

    private static byte[] plaintext(int number) {
        byte[] plaintext = new byte[SIZES[number]];
        Arrays.fill(plaintext, (byte) number);
        return plaintext;
    }

    private static byte[] records() {
        RecordSealer sealer = KEY.recordKey(Role.SENDER).sealer();
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int i = 0; i < SIZES.length; i++) {
            byte[] record = ByteBuffer.allocate(RecordBuffers.HEADER_BYTES + SIZES[i])
                    .putInt(RecordSealer.OVERHEAD + SIZES[i])
                    .position(RecordBuffers.HEADER_BYTES)
                    .put(plaintext(i))
                    .array();
            sealer.seal(record, RecordBuffers.LENGTH_BYTES, SIZES[i]);
            records.writeBytes(record);
        }
        return records.toByteArray();
    }

    private static byte[] spoilt(byte[] stream, byte[] data) {
        byte[] result = stream;
        for (int i = 0; i + 2 < data.length; i += 3) {
            // Near the front, where lengths and nonces of small records are, every byte can be reached.
            int at = Math.min(result.length, (data[i] & 0xff) + 256 * (data[i + 1] & 0x0c));
            byte[] rest = Arrays.copyOfRange(result, at, result.length);
            result = switch (data[i + 1] & 3) {
                case 0 -> result.clone();
                case 1 -> joined(Arrays.copyOf(result, at), new byte[] {data[i + 2]}, rest);
                case 2 -> Arrays.copyOf(result, at);
                default ->
                    joined(
                            Arrays.copyOf(result, at),
                            rest.length == 0 ? rest : Arrays.copyOfRange(rest, 1, rest.length));
            };
            if ((data[i + 1] & 3) == 0 && at < result.length) {
                result[at] = data[i + 2];
            }
        }
        return result;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @FuzzTest
    void onlyTheRightHandshakeIsOne(byte[] data) {
        byte[] right = KEY.handshake(Role.RECEIVER);
        // The data is what differs: no fuzzer guesses 256 bits.
        byte[] said = right.clone();
        for (int i = 0; i + 1 < data.length; i += 2) {
            said[(data[i] & 0xff) % said.length] ^= data[i + 1];
        }
        byte[] cut = data.length % 2 == 1 ? Arrays.copyOf(said, (data[data.length - 1] & 0xff) % said.length) : said;
        boolean proved = false;
        try {
            new Handshake(KEY, Role.SENDER).prove(new Stranger(cut));
            proved = true;
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("transit");
        }
        assertThat(proved).isEqualTo(Arrays.equals(cut, right));
    }

    @FuzzTest
    void anAddressOfARelayIsReadOrRefused(byte[] data) {
        try {
            if (RelayAddresses.parse(new String(data, UTF_8)) instanceof RelayAddress.Tcp tcp) {
                assertThat(tcp.port()).isBetween(1, 65_535);
                assertThat(tcp.hostname()).isNotEmpty();
            }
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
        }
    }

    /** Says what it has to say, and swallows everything. */
    private record Stranger(ReadableByteChannel words) implements ByteChannel {
        Stranger(byte[] words) {
            this(Channels.newChannel(new ByteArrayInputStream(words)));
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return words.read(into);
        }

        @Override
        public int write(ByteBuffer bytes) {
            int length = bytes.remaining();
            bytes.position(bytes.limit());
            return length;
        }

        @Override
        public boolean isOpen() {
            return words.isOpen();
        }

        @Override
        public void close() throws IOException {
            words.close();
        }
    }
}

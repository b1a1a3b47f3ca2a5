package wormhole.engine.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import wormhole.spi.Role;

/** The key of one bulk transfer (transit protocol). */
public final class TransitKey {
    public static final int BYTES = 32;

    private final Secret key;

    TransitKey(Secret key) {
        this.key = key;
    }

    /** A key that was derived elsewhere. */
    public static TransitKey of(byte[] key) {
        return new TransitKey(Secret.copyOf(key));
    }

    /** The line by which a side proves that it has the key, ASCII. */
    public byte[] handshake(Role role) {
        String name = nameOf(role);
        String proof = HexFormat.of().formatHex(derive("transit_" + name));
        return ("transit " + name + " " + proof + " ready\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What both sides show to a relay, 64 hexadecimal digits; tells nothing of the key. */
    public String relayToken() {
        return HexFormat.of().formatHex(derive("transit_relay_token"));
    }

    /** The key of the records that a side sends. */
    public RecordKey recordKey(Role sendingSide) {
        return new RecordKey(Secret.owning(derive("transit_record_" + nameOf(sendingSide) + "_key")));
    }

    private byte[] derive(String purpose) {
        return Hashing.hkdf(key.peek(), purpose, BYTES);
    }

    private static String nameOf(Role role) {
        return switch (role) {
            case SENDER -> "sender";
            case RECEIVER -> "receiver";
        };
    }

    /** Overwrites the key; it must not be used any more. */
    public void destroy() {
        key.destroy();
    }

    @Override
    public String toString() {
        return "TransitKey";
    }
}

package wormhole.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.wire.Welcome;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Solves the proof of work that a busy mailbox server may ask for (hashcash, version 1: a stamp whose SHA-1 begins with zeros). */
final class Hashcash {
    /** Some seconds of work; a server that asks for more would keep the machine busy for a stranger. */
    static final int MAX_BITS = 26;

    private static final int SALT_BYTES = 12;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");

    private Hashcash() {}

    /** Finds a stamp; takes about 2^bits hashes. */
    static String solve(Welcome.Hashcash wanted, RandomBytes random, Clock clock) throws WormholeException {
        if (wanted.bits() > MAX_BITS) {
            throw new WormholeException(
                            ErrorCode.UNWELCOME,
                            "the mailbox server asks for a proof of work of " + wanted.bits() + " bits, more than the "
                                    + MAX_BITS + " that this program is willing to do")
                    .withHint("Name another server with --relay-url.");
        }
        String prefix = "1:" + wanted.bits() + ":" + LocalDate.now(clock).format(DATE) + ":" + wanted.resource() + "::"
                + HexFormat.of().formatHex(random.next(SALT_BYTES)) + ":";
        MessageDigest sha1 = sha1();
        for (long counter = 0; ; counter++) {
            String stamp = prefix + Long.toHexString(counter);
            if (leadingZeros(sha1.digest(stamp.getBytes(StandardCharsets.UTF_8))) >= wanted.bits()) {
                return stamp;
            }
        }
    }

    private static int leadingZeros(byte[] hash) {
        int zeros = 0;
        for (byte each : hash) {
            if (each != 0) {
                return zeros + Integer.numberOfLeadingZeros(each & 0xff) - (Integer.SIZE - Byte.SIZE);
            }
            zeros += Byte.SIZE;
        }
        return zeros;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

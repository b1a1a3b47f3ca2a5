package wormhole.engine.crypto;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * The symmetric SPAKE2 exchange over edwards25519, byte for byte as the Python package {@code spake2} does it: both sides
 * send X* = x·B + pw·S and arrive at the same key exactly if their passwords and identities are the same. One guess for
 * each exchange is all that an attacker gets.
 *
 * <p>Used once, on one thread.
 */
public final class Spake2 {
    private static final EdwardsPoint S =
            EdwardsPoint.constant("6f00dae87c1be1a73b5922ef431cd8f57879569c222d22b1cd71e8546ab8e6f1");
    private static final byte SYMMETRIC = 0x53;
    private static final int MESSAGE_BYTES = 1 + EdwardsPoint.BYTES;
    private static final int ENTROPY_BYTES = 64;
    private static final int PASSWORD_EXPANSION_BYTES = 48;

    private final byte[] password;
    private final byte[] identity;
    private final Scalar passwordScalar;
    private final Scalar secret;
    private final byte[] element;

    private Spake2(byte[] password, byte[] identity, byte[] entropy) {
        this.password = password;
        this.identity = identity;
        this.passwordScalar = Scalar.reduce(Hashing.hkdf(password, "SPAKE2 pw", PASSWORD_EXPANSION_BYTES));
        this.secret = Scalar.reduce(entropy);
        this.element =
                EdwardsPoint.BASE.times(secret).plus(S.times(passwordScalar)).encode();
    }

    /**
     * Begins an exchange.
     *
     * @param code the whole code, normalised to NFC here
     * @param appId the application id, likewise
     */
    public static Spake2 start(String code, String appId, RandomBytes random) {
        return new Spake2(normalized(code), normalized(appId), random.next(ENTROPY_BYTES));
    }

    private static byte[] normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    /** What is sent to the other side, 33 bytes. */
    public byte[] message() {
        byte[] message = new byte[MESSAGE_BYTES];
        message[0] = SYMMETRIC;
        System.arraycopy(element, 0, message, 1, element.length);
        return message;
    }

    /**
     * Ends the exchange with what the other side sent.
     *
     * @throws WormholeException {@link ErrorCode#WRONG_CODE} if it is nothing that an honest peer would send,
     *     {@link ErrorCode#REFLECTION} if it is our own message
     */
    public SharedKey finish(byte[] peersMessage) throws WormholeException {
        if (peersMessage.length != MESSAGE_BYTES || peersMessage[0] != SYMMETRIC) {
            throw refused("malformed");
        }
        byte[] theirs = Arrays.copyOfRange(peersMessage, 1, MESSAGE_BYTES);
        if (Arrays.equals(theirs, element)) {
            throw new WormholeException(ErrorCode.REFLECTION, "our own key exchange message came back to us")
                    .withHint("Somebody is trying to trick you. Try again with a new code.");
        }
        return new SharedKey(Secret.owning(transcriptHash(theirs, sharedElement(theirs))));
    }

    private byte[] sharedElement(byte[] theirs) throws WormholeException {
        try {
            EdwardsPoint peersPoint = EdwardsPoint.decode(theirs).requirePrimeOrder();
            return peersPoint
                    .plus(S.times(passwordScalar.negated()))
                    .times(secret)
                    .encode();
        } catch (BadElementException e) {
            throw refused(e.getMessage());
        }
    }

    private byte[] transcriptHash(byte[] theirs, byte[] shared) {
        boolean oursFirst = Arrays.compareUnsigned(element, theirs) < 0;
        return Hashing.sha256(
                Hashing.sha256(password),
                Hashing.sha256(identity),
                oursFirst ? element : theirs,
                oursFirst ? theirs : element,
                shared);
    }

    /** People are told the same as for a wrong code: it means the same to them, and the code is spent. */
    private static WormholeException refused(@Nullable String why) {
        return WrongCode.failure(new IllegalArgumentException("key exchange message refused: " + why));
    }

    @Override
    public String toString() {
        return "Spake2";
    }
}

package wormhole.spi.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import wormhole.spi.Conversation;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/**
 * One end of a conversation in memory; {@link #peer} is the other. Run the two sides of a dialogue on two threads. What was
 * sent with {@link #sendJson} must be received with {@link #receiveJson}: there is no JSON in between.
 */
public final class FakeConversation implements Conversation, AutoCloseable {
    private static final String KEY = "the key of every conversation of the test kit";

    private final RecordingUserInterface ui = new RecordingUserInterface();
    private final Map<String, ?> versions;
    private final Lane<Object> out;
    private final Lane<Object> in;
    private final PipePair pipes;
    private final FakeConversation peer;

    private FakeConversation(Map<String, ?> versions, Map<String, ?> peerVersions) {
        this.versions = versions;
        this.out = new Lane<>();
        this.in = new Lane<>();
        this.pipes = new PipePair();
        this.peer = new FakeConversation(peerVersions, this);
    }

    private FakeConversation(Map<String, ?> versions, FakeConversation peer) {
        this.versions = versions;
        this.out = peer.in;
        this.in = peer.out;
        this.pipes = peer.pipes;
        this.peer = peer;
    }

    /** Opens one; each side says what it can do. */
    public static FakeConversation open(Map<String, ?> versions, Map<String, ?> peerVersions) {
        return new FakeConversation(versions, peerVersions);
    }

    /** The other end. */
    public FakeConversation peer() {
        return peer;
    }

    @Override
    public RecordingUserInterface ui() {
        return ui;
    }

    @Override
    public PeerValue peerVersions() {
        return PeerValue.of(peer.versions, "app_versions");
    }

    @Override
    public byte[] verifier() {
        return sha256("verifier");
    }

    @Override
    public void send(byte[] message) throws WormholeException {
        out.put(message.clone());
    }

    @Override
    public void sendJson(Map<String, ?> message) throws WormholeException {
        out.put(Map.copyOf(message));
    }

    @Override
    public byte[] receive() throws WormholeException {
        return (byte[]) in.take();
    }

    @Override
    public PeerValue receiveJson() throws WormholeException {
        return object(in.take());
    }

    @Override
    public Optional<PeerValue> receiveJson(Duration limit) throws WormholeException {
        Optional<Object> message = in.take(limit);
        return message.isPresent() ? Optional.of(object(message.get())) : Optional.empty();
    }

    private static PeerValue object(Object message) throws WormholeException {
        if (message instanceof Map<?, ?>) {
            return PeerValue.of(message, "message");
        }
        throw new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "the peer's 'message' is no JSON object");
    }

    /** The same on both sides, different for each purpose, and no secret at all. */
    @Override
    public byte[] deriveKey(String purpose, int length) {
        byte[] key = new byte[length];
        for (int at = 0; at < length; at += 32) {
            byte[] block = sha256(purpose + at);
            System.arraycopy(block, 0, key, at, Math.min(block.length, length - at));
        }
        return key;
    }

    @Override
    public RecordPipe connect(Role role) {
        return role == Role.SENDER ? pipes.sender() : pipes.receiver();
    }

    /** Goes away: the other side gets what was sent, and then {@link ErrorCode#PEER_LOST}. */
    @Override
    public void close() {
        out.close();
        in.close();
    }

    private static byte[] sha256(String purpose) {
        try {
            byte[] input = (KEY + ":" + purpose).getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(input), 32);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package wormhole.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.engine.json.JsonTree;
import wormhole.engine.transfer.Deadline;
import wormhole.engine.transfer.PeerMessages;
import wormhole.engine.transfer.TransferLimits;
import wormhole.engine.transfer.TransitPort;
import wormhole.spi.Conversation;
import wormhole.spi.PeerValue;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** A wormhole whose peer has come, as plugins see it. */
final class BlockingConversation implements Conversation, AutoCloseable {
    private final Wormhole wormhole;
    private final Meeting.Peer peer;
    private final TransitPort.Opener transit;
    private final UserInterface ui;
    private final TransferLimits limits;
    private @Nullable TransitPort port;

    BlockingConversation(
            Wormhole wormhole, Meeting.Peer peer, TransitPort.Opener transit, UserInterface ui, TransferLimits limits) {
        this.wormhole = wormhole;
        this.peer = peer;
        this.transit = transit;
        this.ui = ui;
        this.limits = limits;
    }

    @Override
    public UserInterface ui() {
        return ui;
    }

    @Override
    public PeerValue peerVersions() {
        return peer.versions();
    }

    @Override
    public byte[] verifier() {
        return peer.verifier().clone();
    }

    @Override
    public void send(byte[] message) throws WormholeException {
        wormhole.send(message);
    }

    @Override
    public void sendJson(Map<String, ?> message) throws WormholeException {
        wormhole.send(JsonTree.write(message));
    }

    @Override
    public byte[] receive() throws WormholeException {
        return Awaiting.await(wormhole.receive());
    }

    @Override
    public PeerValue receiveJson() throws WormholeException {
        return JsonTree.readPeer(receive(), "message");
    }

    @Override
    public Optional<PeerValue> receiveJson(Duration limit) throws WormholeException {
        Optional<byte[]> message = Awaiting.await(wormhole.receive(), limit);
        return message.isPresent() ? Optional.of(JsonTree.readPeer(message.get(), "message")) : Optional.empty();
    }

    @Override
    public byte[] deriveKey(String purpose, int length) throws WormholeException {
        return wormhole.deriveKey(purpose, length);
    }

    @Override
    public RecordPipe connect(Role role) throws WormholeException {
        TransitPort opened = transit.open(role);
        port = opened;
        sendJson(Map.of("transit", opened.message()));
        PeerMessages messages = new PeerMessages(this);
        // The other side may be asking its person before it connects.
        Deadline deadline = Deadline.of("transit message", limits.answer());
        PeerValue message = messages.next(deadline);
        while (!message.has("transit")) {
            message = messages.next(deadline);
        }
        return opened.connect(message.field("transit"));
    }

    /** Closes what is left of transit. */
    @Override
    public void close() {
        TransitPort opened = port;
        if (opened != null) {
            opened.close();
        }
    }
}

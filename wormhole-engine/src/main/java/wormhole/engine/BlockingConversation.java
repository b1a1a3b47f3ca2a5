package wormhole.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.engine.json.JsonTree;
import wormhole.engine.transfer.PeerMessages;
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
    private final byte[] verifier;
    private final PeerValue peerVersions;
    private final TransitPort.Opener transit;
    private final UserInterface ui;
    private @Nullable TransitPort port;

    BlockingConversation(
            Wormhole wormhole, byte[] verifier, PeerValue peerVersions, TransitPort.Opener transit, UserInterface ui) {
        this.wormhole = wormhole;
        this.verifier = verifier;
        this.peerVersions = peerVersions;
        this.transit = transit;
        this.ui = ui;
    }

    @Override
    public UserInterface ui() {
        return ui;
    }

    @Override
    public PeerValue peerVersions() {
        return peerVersions;
    }

    @Override
    public byte[] verifier() {
        return verifier.clone();
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
    public byte[] deriveKey(String purpose, int length) throws WormholeException {
        return wormhole.deriveKey(purpose, length);
    }

    @Override
    public RecordPipe connect(Role role) throws WormholeException {
        TransitPort opened = transit.open(role);
        port = opened;
        sendJson(Map.of("transit", opened.message()));
        PeerMessages messages = new PeerMessages(this);
        PeerValue message = messages.next();
        while (!message.has("transit")) {
            message = messages.next();
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

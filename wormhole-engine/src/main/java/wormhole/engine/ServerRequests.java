package wormhole.engine;

import wormhole.engine.machine.ClientProtocol;
import wormhole.engine.wire.ClientMessage;
import wormhole.spi.Mood;

/** The half of the protocol's outputs that goes to the server: each becomes a message. */
abstract class ServerRequests implements ClientProtocol.Outputs {
    abstract void request(ClientMessage message);

    @Override
    public void sendList() {
        request(new ClientMessage.ListNameplates());
    }

    @Override
    public void sendAllocate() {
        request(new ClientMessage.Allocate());
    }

    @Override
    public void sendClaim(String nameplate) {
        request(new ClientMessage.Claim(nameplate));
    }

    @Override
    public void sendRelease(String nameplate) {
        request(new ClientMessage.Release(nameplate));
    }

    @Override
    public void sendOpen(String mailbox) {
        request(new ClientMessage.Open(mailbox));
    }

    @Override
    public void sendAdd(String phase, byte[] body) {
        request(new ClientMessage.Add(phase, body));
    }

    @Override
    public void sendClose(String mailbox, Mood mood) {
        request(new ClientMessage.Close(mailbox, mood));
    }
}

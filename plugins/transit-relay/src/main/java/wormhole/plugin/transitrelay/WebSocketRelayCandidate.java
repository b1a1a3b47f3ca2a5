package wormhole.plugin.transitrelay;

import java.io.IOException;
import wormhole.spi.Candidate;
import wormhole.spi.Link;
import wormhole.spi.RelayAddress;

/** A relay that speaks WebSocket; the whole request goes in the first message. */
record WebSocketRelayCandidate(RelayAddress.WebSocket relay, RelayRequest request) implements Candidate {
    @Override
    public String description() {
        return relay.url().toString();
    }

    @Override
    public double priority() {
        return relay.priority();
    }

    @Override
    public Link connect() throws IOException {
        WebSocketChannel channel = WebSocketChannel.open(relay.url());
        try {
            request.make(channel);
            return new Link(channel, description(), true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}

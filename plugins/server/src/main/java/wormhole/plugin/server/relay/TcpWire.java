package wormhole.plugin.server.relay;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;
import wormhole.plugin.server.net.EventLoop;

/** One TCP connection of the relay: a line first, then bytes. */
public final class TcpWire implements Wire, ChannelHandler {
    private final EventLoop loop;
    private final Connection channel;
    private final RelayClient client;
    /** Null once the first line is read. */
    private @Nullable RequestReader requestReader = new RequestReader();

    /** Lets the relay serve a connection. */
    public TcpWire(EventLoop loop, TransitRelay relay, Connection channel) {
        this.loop = loop;
        this.channel = channel;
        this.client = relay.connect(this);
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (requestReader != null) {
            Optional<String> line = requestReader.read(bytes);
            if (line.isPresent()) {
                requestReader = null;
                client.requested(line.get());
            }
        }
        if (bytes.hasRemaining()) {
            client.received(bytes);
        } else {
            loop.buffers().giveBack(bytes);
        }
    }

    @Override
    public void ended() {
        client.ended();
    }

    @Override
    public void drained() {
        client.drained();
    }

    @Override
    public void lost() {
        client.lost();
    }

    @Override
    public void write(ByteBuffer bytes) {
        channel.write(bytes);
    }

    @Override
    public boolean hasRoom() {
        return channel.backlogBytes() == 0;
    }

    @Override
    public void pauseReading() {
        channel.pauseReading();
    }

    @Override
    public void resumeReading() {
        channel.resumeReading();
    }

    @Override
    public void finishWriting() {
        channel.finishWriting();
    }

    @Override
    public void close() {
        channel.close();
    }
}

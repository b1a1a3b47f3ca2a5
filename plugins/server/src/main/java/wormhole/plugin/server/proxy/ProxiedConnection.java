package wormhole.plugin.server.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;

/** A client's connection through a trusted proxy, which says first who the client is. */
final class ProxiedConnection implements Connection, ChannelHandler {
    private final ProxyHeaderAcceptor acceptor;
    private final Connection raw;
    private final long begun;
    /** What may become the header. */
    private ByteBuffer head = ByteBuffer.allocate(0);

    private InetSocketAddress remote;
    private @Nullable InetAddress counted;
    private @Nullable ChannelHandler handler;
    private boolean refused;

    ProxiedConnection(ProxyHeaderAcceptor acceptor, Connection raw) {
        this.acceptor = acceptor;
        this.raw = raw;
        this.remote = raw.remoteAddress();
        this.begun = acceptor.loop().now();
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (handler != null) {
            handler.received(bytes);
            return;
        }
        if (!refused) {
            head = ByteBuffer.allocate(head.remaining() + bytes.remaining())
                    .put(head)
                    .put(bytes)
                    .flip();
            readHead();
        }
        acceptor.loop().buffers().giveBack(bytes);
    }

    private void readHead() {
        try {
            Optional<ProxyHeader> header = ProxyHeader.read(head);
            if (header.isPresent()) {
                enter(header.get().client());
            }
        } catch (ProxyHeader.Malformed e) {
            refuse();
        }
    }

    private void enter(Optional<InetSocketAddress> client) {
        if (client.isPresent()) {
            remote = client.get();
            if (!acceptor.gate().enter(remote.getAddress())) {
                refuse();
                return;
            }
            counted = remote.getAddress();
        }
        ByteBuffer rest = head;
        head = ByteBuffer.allocate(0);
        ChannelHandler made = acceptor.known(this);
        handler = made;
        if (rest.hasRemaining()) {
            made.received(rest);
        }
    }

    private void refuse() {
        refused = true;
        raw.dropSoon();
    }

    void checkTime() {
        if (acceptor.loop().now() - begun > ProxyHeaderAcceptor.HEADER_WITHIN.toNanos()) {
            refuse();
        }
    }

    @Override
    public void ended() {
        if (handler == null) {
            refuse();
        } else {
            handler.ended();
        }
    }

    @Override
    public void drained() {
        if (handler != null) {
            handler.drained();
        }
    }

    @Override
    public void lost() {
        acceptor.lost(this);
        if (counted != null) {
            acceptor.gate().leave(counted);
        }
        if (handler != null) {
            handler.lost();
        }
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public void write(ByteBuffer bytes) {
        raw.write(bytes);
    }

    @Override
    public long backlogBytes() {
        return raw.backlogBytes();
    }

    @Override
    public void pauseReading() {
        raw.pauseReading();
    }

    @Override
    public void resumeReading() {
        raw.resumeReading();
    }

    @Override
    public void finishWriting() {
        raw.finishWriting();
    }

    @Override
    public void close() {
        raw.close();
    }

    @Override
    public void dropSoon() {
        raw.dropSoon();
    }

    @Override
    public void drop() {
        raw.drop();
    }
}

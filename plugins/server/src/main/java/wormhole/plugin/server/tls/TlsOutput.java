package wormhole.plugin.server.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import wormhole.plugin.server.net.Connection;

/** What a TLS connection says: records of data, and those of the protocol itself. */
final class TlsOutput {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final TlsAcceptor acceptor;
    private final Connection raw;
    private final SSLEngine engine;

    TlsOutput(TlsAcceptor acceptor, Connection raw, SSLEngine engine) {
        this.acceptor = acceptor;
        this.raw = raw;
        this.engine = engine;
    }

    /** Seals and sends all of that, as long as anything may be said. */
    void write(ByteBuffer bytes) throws SSLException {
        while (bytes.hasRemaining() && !engine.isOutboundDone()) {
            seal(bytes);
        }
    }

    private void seal(ByteBuffer bytes) throws SSLException {
        int recordBytes = engine.getSession().getPacketBufferSize();
        ByteBuffer out = acceptor.scratch(recordBytes);
        Status status = Status.OK;
        while (bytes.hasRemaining() && out.remaining() >= recordBytes && status == Status.OK) {
            status = engine.wrap(bytes, out).getStatus();
        }
        send(out);
    }

    /** Sends what the engine has to say next. */
    SSLEngineResult say() throws SSLException {
        ByteBuffer out = acceptor.scratch(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(NOTHING.duplicate(), out);
        send(out);
        return result;
    }

    /** Whatever the engine still has to say: that something was wrong, or that nothing follows. */
    void sayFarewell() {
        try {
            SSLEngineResult result;
            do {
                result = say();
            } while (result.bytesProduced() > 0 && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
        } catch (SSLException e) {
            // Then it goes without a word.
        }
    }

    private void send(ByteBuffer out) {
        if (out.position() > 0) {
            out.flip();
            raw.write(ByteBuffer.allocate(out.remaining()).put(out).flip());
        }
    }
}

package wormhole.plugin.server.tls;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import wormhole.plugin.server.net.ChannelHandler;
import wormhole.plugin.server.net.Connection;

/**
 * TLS between a connection and its handler: to the connection it is the handler, to the handler the connection. The handler comes
 * to be when the handshake is over. Of what a client sends before, no more than some kilobytes is kept.
 */
final class TlsConnection implements Connection, ChannelHandler {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** An honest one sends less than 4 KiB, with a key exchange that withstands quantum computers too. */
    private static final int MAX_HANDSHAKE_BYTES = 64 << 10;
    /** Answers to requests for new keys; honest clients make one in 64 GiB. */
    private static final int MAX_ANSWERS = 1000;

    private static final String WRONG_DOOR = """
            HTTP/1.1 400 Bad Request
            Content-Type: text/plain
            Connection: close

            This port speaks TLS: write wss: or https: instead of ws: or http:.
            """;

    private final TlsAcceptor acceptor;
    private final Connection raw;
    private final SSLEngine engine;
    private final TlsOutput output;
    private final long begun;
    /** What arrived and is no whole record yet, or has to wait. */
    private ByteBuffer unread = NOTHING;
    /** What was opened and not yet handed on; from the loop's pool. */
    private @Nullable ByteBuffer opened;

    private @Nullable ChannelHandler handler;
    private int handshakeBytes;
    private int answers;
    private boolean heard;
    private boolean established;
    /** A part of the handshake is being computed elsewhere. */
    private boolean computing;

    private boolean rawEnded;
    private boolean ended;
    /** Nothing that arrives counts any more. */
    private boolean over;

    TlsConnection(TlsAcceptor acceptor, Connection raw, SSLEngine engine) {
        this.acceptor = acceptor;
        this.raw = raw;
        this.engine = engine;
        this.output = new TlsOutput(acceptor, raw, engine);
        this.begun = acceptor.loop().now();
    }

    // What the network tells.

    @Override
    public void received(ByteBuffer bytes) {
        if (over || !isBearable(bytes)) {
            acceptor.loop().buffers().giveBack(bytes);
            return;
        }
        ByteBuffer all = unread.hasRemaining() ? joined(unread, bytes) : bytes;
        unread = NOTHING;
        advance(all);
        if (all.hasRemaining() && !over) {
            unread = copy(all);
        }
        acceptor.loop().buffers().giveBack(bytes);
    }

    private boolean isBearable(ByteBuffer bytes) {
        if (!heard) {
            heard = true;
            int first = bytes.get(bytes.position());
            if (first >= 'A' && first <= 'Z') {
                turnAway();
                return false;
            }
        }
        // What came before counts: with the end of the handshake, a quick client's first data may fill the buffer.
        if (!established && handshakeBytes > MAX_HANDSHAKE_BYTES) {
            over = true;
            raw.dropSoon();
        }
        handshakeBytes += established ? 0 : bytes.remaining();
        return !over;
    }

    /** HTTP in the clear, most likely. */
    private void turnAway() {
        over = true;
        raw.write(ByteBuffer.wrap(WRONG_DOOR.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)));
        raw.close();
    }

    @Override
    public void ended() {
        rawEnded = true;
        if (!computing) {
            endInput();
        }
    }

    private void endInput() {
        if (over || ended) {
            return;
        }
        ended = true;
        if (handler == null) {
            over = true;
            raw.dropSoon();
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
        over = true;
        unread = NOTHING;
        acceptor.lost(this);
        if (handler != null) {
            handler.lost();
        }
    }

    void checkTime() {
        if (acceptor.loop().now() - begun > TlsAcceptor.HANDSHAKE_WITHIN.toNanos()) {
            raw.dropSoon();
        }
    }

    // What the engine wants.

    /** Goes on as far as what has arrived allows. */
    private void advance(ByteBuffer arrived) {
        try {
            while (!over && !computing && step(arrived)) {
                refuseRenegotiation();
            }
            handOn();
        } catch (SSLException e) {
            fail();
        }
    }

    /** Does the next thing; whether there may be more to do. */
    private boolean step(ByteBuffer arrived) throws SSLException {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> compute();
            case NEED_WRAP -> answer();
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> open(arrived);
        };
    }

    /** With TLS 1.3 there is none; before, nobody needs it, and it costs the server more than the client. */
    private void refuseRenegotiation() throws SSLException {
        HandshakeStatus status = engine.getHandshakeStatus();
        boolean again = status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_UNWRAP;
        if (established && again && !engine.isInboundDone()) {
            throw new SSLException("no second handshake");
        }
    }

    private boolean compute() {
        computing = true;
        raw.pauseReading();
        acceptor.compute(this::runTasks, this::computed);
        return false;
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private void computed() {
        computing = false;
        if (over) {
            return;
        }
        raw.resumeReading();
        ByteBuffer waiting = unread;
        unread = NOTHING;
        advance(waiting);
        if (waiting.hasRemaining() && !over) {
            unread = waiting;
        }
        if (rawEnded && !computing) {
            endInput();
        }
    }

    private boolean answer() throws SSLException {
        if (++answers > MAX_ANSWERS) {
            throw new SSLException("new keys again and again");
        }
        SSLEngineResult result = output.say();
        note(result);
        return result.getStatus() == Status.OK;
    }

    private boolean open(ByteBuffer arrived) throws SSLException {
        ByteBuffer into = opened;
        if (into == null) {
            into = acceptor.loop().buffers().take();
            opened = into;
        }
        SSLEngineResult result = engine.unwrap(arrived, into);
        note(result);
        return switch (result.getStatus()) {
            case OK -> true;
            case BUFFER_UNDERFLOW -> false;
            case BUFFER_OVERFLOW -> {
                handOn();
                yield true;
            }
            case CLOSED -> {
                handOn();
                output.sayFarewell();
                endInput();
                yield false;
            }
        };
    }

    private void note(SSLEngineResult result) {
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED && !established) {
            established = true;
            handler = acceptor.established(this);
        }
    }

    private void handOn() {
        ByteBuffer full = opened;
        opened = null;
        if (full == null) {
            return;
        }
        if (full.position() > 0 && handler != null && !over) {
            handler.received(full.flip());
        } else {
            acceptor.loop().buffers().giveBack(full);
        }
    }

    /** Tells the client why, if it can still be told, and lets it hang up. */
    private void fail() {
        over = true;
        handOn();
        output.sayFarewell();
        raw.close();
    }

    // What the handler wants.

    @Override
    public void write(ByteBuffer bytes) {
        if (over) {
            return;
        }
        try {
            output.write(bytes);
            acceptor.loop().buffers().giveBack(bytes);
        } catch (SSLException e) {
            over = true;
            raw.dropSoon();
        }
    }

    @Override
    public void finishWriting() {
        engine.closeOutbound();
        output.sayFarewell();
        raw.finishWriting();
    }

    @Override
    public void close() {
        engine.closeOutbound();
        output.sayFarewell();
        over = true;
        raw.close();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return raw.remoteAddress();
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
    public void dropSoon() {
        raw.dropSoon();
    }

    @Override
    public void drop() {
        raw.drop();
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        ByteBuffer all = ByteBuffer.allocate(first.remaining() + second.remaining());
        return all.put(first).put(second).flip();
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
        return copy.put(bytes).flip();
    }
}

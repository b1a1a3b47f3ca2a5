package wormhole.engine.rendezvous;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox socket over Java-WebSocket. With {@code wss} the library checks certificate and host name; there is no fall back
 * to {@code ws}. Its own two threads call the listener.
 */
final class JavaWebSocket extends WebSocketClient implements MailboxSocket {
    /** The library pings at this interval and gives up after one and a half of it without an answer. */
    private static final int PING_SECONDS = 30;
    /** A mailbox message holds a few kilobytes; a server that sends more than this is broken or hostile. */
    private static final int MAX_FRAME_BYTES = 4 << 20;

    private final Listener listener;
    private volatile @Nullable Ending failure;

    private JavaWebSocket(URI server, Duration connectLimit, Listener listener) {
        super(server, new BoundedDraft(MAX_FRAME_BYTES), Map.of(), millis(connectLimit));
        this.listener = listener;
        setTcpNoDelay(true);
        setDaemon(true);
        setConnectionLostTimeout(PING_SECONDS);
    }

    /** The library takes 0 for no limit at all. */
    private static int millis(Duration limit) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, limit.toMillis()));
    }

    /**
     * Begins to connect.
     *
     * @param connectLimit for the server to take the TCP connection
     */
    static MailboxSocket open(URI server, Duration connectLimit, Listener listener) {
        JavaWebSocket socket = new JavaWebSocket(server, connectLimit, listener);
        socket.connect();
        return socket;
    }

    /**
     * Shakes hands at once. The library would let its two threads do it, and the one that does not fail sometimes tells first that the
     * connection is gone, without a reason.
     */
    @Override
    protected void onSetSSLParameters(SSLParameters parameters) {
        super.onSetSSLParameters(parameters);
        if (getSocket() instanceof SSLSocket socket) {
            socket.setSSLParameters(parameters);
            try {
                socket.startHandshake();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        listener.opened();
    }

    @Override
    public void onMessage(String message) {
        listener.received(message);
    }

    /** The protocol text says binary, servers send text: both are taken. */
    @Override
    public void onMessage(ByteBuffer bytes) {
        listener.received(StandardCharsets.UTF_8.decode(bytes).toString());
    }

    @Override
    public void onError(Exception e) {
        boolean wrapped = e instanceof UncheckedIOException;
        failure = Ending.of(wrapped && e.getCause() instanceof IOException cause ? cause : e);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        Ending known = failure;
        if (known != null) {
            listener.closed(known);
        } else if (code == CloseFrame.NORMAL) {
            listener.closed(Ending.because("the server closed the connection"));
        } else {
            listener.closed(Ending.because(reason == null || reason.isEmpty() ? "the connection was lost" : reason));
        }
    }

    /** A frame sent into a closing socket is lost like one sent a moment earlier; the resume sends it again. */
    @Override
    public void send(String text) {
        try {
            super.send(text);
        } catch (WebsocketNotConnectedException e) {
            // Told to the listener by onClose.
        }
    }

    /** The library does not close a socket before its handshake, and would wait for one that never comes. */
    @Override
    public void close() {
        if (isOpen()) {
            super.close();
        } else {
            abort();
        }
    }

    private void abort() {
        Socket connecting = getSocket();
        if (connecting != null) {
            try {
                connecting.close();
            } catch (IOException e) {
                failure = Ending.of(e);
            }
        }
    }
}

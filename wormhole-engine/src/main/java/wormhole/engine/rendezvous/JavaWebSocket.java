package wormhole.engine.rendezvous;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox socket over Java-WebSocket. With {@code wss} the library checks certificate and host name; there is no fall back
 * to {@code ws}. Its own two threads call the listener.
 */
final class JavaWebSocket extends WebSocketClient implements MailboxSocket {
    private static final int CONNECT_TIMEOUT_MILLIS = 30_000;
    /** The library pings at this interval and gives up after one and a half of it without an answer. */
    private static final int PING_SECONDS = 30;
    /** A mailbox message holds a few kilobytes; a server that sends more than this is broken or hostile. */
    private static final int MAX_FRAME_BYTES = 4 << 20;

    /** The library refuses every handshake unless it is told that no subprotocol is wanted. */
    private static final IProtocol NO_PROTOCOL = new Protocol("");

    private final Listener listener;
    private volatile @Nullable Ending failure;

    private JavaWebSocket(URI server, Listener listener) {
        super(
                server,
                new Draft_6455(List.of(), List.of(NO_PROTOCOL), MAX_FRAME_BYTES),
                Map.of(),
                CONNECT_TIMEOUT_MILLIS);
        this.listener = listener;
        setTcpNoDelay(true);
        setDaemon(true);
        setConnectionLostTimeout(PING_SECONDS);
    }

    static MailboxSocket open(URI server, Listener listener) {
        JavaWebSocket socket = new JavaWebSocket(server, listener);
        socket.connect();
        return socket;
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
        failure = Ending.of(e);
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

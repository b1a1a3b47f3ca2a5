package wormhole.plugin.server.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket client that waits for at most some seconds. (Not the JDK's own: of some hundred connections that the server closes it
 * overlooks a few, and for ever.) It writes whole messages as one frame each, unless asked for fragments.
 */
public final class WebSocketPeer implements AutoCloseable {
    public static final String CLOSED = "closed ";

    private static final long SECONDS = 20;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Client client;

    private final class Client extends WebSocketClient {
        /** It may be closed again when this is asked for. */
        private volatile boolean wasOpen;

        Client(String url, Map<String, String> headers) {
            super(URI.create(url), headers);
            setTcpNoDelay(true);
            setDaemon(true);
            setConnectionLostTimeout(0);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            wasOpen = true;
        }

        @Override
        public void onMessage(String text) {
            texts.add(text);
        }

        @Override
        public void onMessage(ByteBuffer message) {
            keep(message);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            texts.add(CLOSED + code + " " + reason);
        }

        @Override
        public void onError(Exception e) {
            // Told again by onClose.
        }
    }

    public WebSocketPeer(String url, String... headers) {
        this(null, url, headers);
    }

    /** Throws {@link UncheckedIOException} when there is nobody who speaks WebSocket there. */
    public WebSocketPeer(@Nullable SSLContext trusting, String url, String... headers) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], headers[i + 1]);
        }
        client = new Client(url, named);
        if (trusting != null) {
            client.setSocketFactory(trusting.getSocketFactory());
        }
        connect();
    }

    private void connect() {
        try {
            if (!client.connectBlocking(SECONDS, TimeUnit.SECONDS) && !client.wasOpen) {
                throw new UncheckedIOException(new IOException("no WebSocket: " + texts.poll()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Throws {@link WebsocketNotConnectedException} when the end of the connection was noticed before. */
    public WebSocketPeer say(String message) {
        client.send(message);
        return this;
    }

    /** Fragments of a message that never ends; what nobody takes any more is lost. */
    public WebSocketPeer sayUnfinished(String... parts) {
        try {
            for (String part : parts) {
                sayPart(part, false);
            }
        } catch (WebsocketNotConnectedException e) {
            // The server has refused those before.
        }
        return this;
    }

    /** One message in several frames. */
    public WebSocketPeer sayFragments(String... parts) {
        for (int i = 0; i < parts.length; i++) {
            sayPart(parts[i], i == parts.length - 1);
        }
        return this;
    }

    private void sayPart(String part, boolean last) {
        client.sendFragmentedFrame(Opcode.TEXT, ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)), last);
    }

    public WebSocketPeer send(byte[] message) {
        client.send(message);
        return this;
    }

    public WebSocketPeer send(String message) {
        return send(message.getBytes(StandardCharsets.US_ASCII));
    }

    /** The next text that contains something; those before it are skipped. */
    public String hear(String part) throws InterruptedException {
        while (true) {
            String next = texts.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("never heard " + part);
            }
            if (next.contains(part)) {
                return next;
            }
        }
    }

    private synchronized void keep(ByteBuffer message) {
        byte[] more = new byte[message.remaining()];
        message.get(more);
        bytes.writeBytes(more);
        notifyAll();
    }

    /** Waits for so many bytes and takes them. */
    public synchronized byte[] receive(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (bytes.size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("got " + bytes.size() + " of " + count + " bytes");
            }
            wait(100);
        }
        byte[] received = bytes.toByteArray();
        bytes.reset();
        return received;
    }

    public String receiveText(int count) throws InterruptedException {
        return new String(receive(count), StandardCharsets.US_ASCII);
    }

    /** Says goodbye. */
    public void hangUp() {
        client.close();
    }

    /** Ends the connection without a word. */
    @Override
    public void close() {
        try {
            client.getSocket().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

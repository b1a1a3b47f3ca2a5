package wormhole.plugin.server.websocket;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A WebSocket client of the JDK, with which no code of ours is shared. Waits for at most some seconds. */
public final class WebSocketPeer implements WebSocket.Listener, AutoCloseable {
    public static final String CLOSED = "closed ";

    private static final long SECONDS = 20;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Semaphore ponged = new Semaphore(0);
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    public WebSocketPeer(String url, String... headers) {
        this(HttpClient.newHttpClient(), url, headers);
    }

    public WebSocketPeer(SSLContext trusting, String url) {
        this(HttpClient.newBuilder().sslContext(trusting).build(), url);
    }

    private WebSocketPeer(HttpClient client, String url, String... headers) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(URI.create(url), this).join();
    }

    public WebSocketPeer say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /** Fragments of a message that never ends; what nobody takes any more is lost. */
    public WebSocketPeer sayUnfinished(String... parts) {
        for (String part : parts) {
            socket.sendText(part, false).exceptionally(closed -> socket).join();
        }
        return this;
    }

    /** One message in several frames. */
    public WebSocketPeer sayFragments(String... parts) {
        for (int i = 0; i < parts.length; i++) {
            socket.sendText(parts[i], i == parts.length - 1).join();
        }
        return this;
    }

    public WebSocketPeer send(byte[] message) {
        socket.sendBinary(ByteBuffer.wrap(message), true).join();
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

    /**
     * The next text, or that the connection is closed. The JDK's client now and then does not notice that the server has closed
     * it; then a ping is not answered.
     */
    public String hearTextOrEnd() throws InterruptedException {
        String next = texts.poll(SECONDS, TimeUnit.SECONDS);
        if (next == null && answersPing()) {
            throw new AssertionError("heard nothing");
        }
        return next == null ? CLOSED + "unnoticed" : next;
    }

    private boolean answersPing() throws InterruptedException {
        var unusedWhereClosed = socket.sendPing(ByteBuffer.allocate(1));
        return ponged.tryAcquire(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        ponged.release();
        from.request(1);
        return CompletableFuture.completedFuture(null);
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

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            texts.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        while (data.hasRemaining()) {
            bytes.write(data.get());
        }
        notifyAll();
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        texts.add(CLOSED + code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable e) {
        texts.add(CLOSED + e);
    }

    /** Says goodbye. */
    public void hangUp() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}

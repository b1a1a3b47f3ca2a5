package wormhole.plugin.transitrelay;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket as a blocking channel of bytes: each write is a binary message, and messages are read as one stream. More
 * frames are asked for only when earlier ones have been taken, so that a fast sender cannot fill the memory.
 */
final class WebSocketChannel implements ByteChannel, WebSocket.Listener {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
    /** So many frames may wait here: enough to keep the relay busy, few enough to bound the memory. */
    private static final int FRAMES_AHEAD = 8;

    private static final Optional<ByteBuffer> END = Optional.empty();

    private final BlockingQueue<Optional<ByteBuffer>> frames = new LinkedBlockingQueue<>();
    private volatile boolean open = true;
    private @Nullable WebSocket socket;
    private ByteBuffer current = ByteBuffer.allocate(0);

    private WebSocketChannel() {}

    static WebSocketChannel open(URI url) throws IOException {
        WebSocketChannel channel = new WebSocketChannel();
        channel.socket = await(HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .build()
                .newWebSocketBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .buildAsync(url, channel));
        return channel;
    }

    private static <T> T await(CompletableFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? "failed" : e.getCause().toString(), e);
        }
    }

    private WebSocket socket() throws ClosedChannelException {
        WebSocket connected = socket;
        if (!open || connected == null) {
            throw new ClosedChannelException();
        }
        return connected;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int length = source.remaining();
        await(socket().sendBinary(source, true));
        return length;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!target.hasRemaining()) {
            return 0;
        }
        while (!current.hasRemaining()) {
            Optional<ByteBuffer> next = take();
            if (next.isEmpty()) {
                frames.add(END);
                return -1;
            }
            current = next.get();
            socket().request(1);
        }
        int length = Math.min(target.remaining(), current.remaining());
        target.put(current.slice().limit(length));
        current.position(current.position() + length);
        return length;
    }

    private Optional<ByteBuffer> take() throws IOException {
        try {
            return frames.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        frames.add(END);
        WebSocket connected = socket;
        if (connected != null) {
            var unused = connected
                    .sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .whenComplete((done, failure) -> connected.abort());
        }
    }

    // The listener; the library calls it on its own threads, one call at a time.

    @Override
    public void onOpen(WebSocket from) {
        from.request(FRAMES_AHEAD);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        // The buffer is the library's again when this returns.
        frames.add(Optional.of(ByteBuffer.allocate(data.remaining()).put(data).flip()));
        return null;
    }

    /** A relay sends no text; what comes is skipped. */
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        frames.add(END);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        frames.add(END);
    }
}

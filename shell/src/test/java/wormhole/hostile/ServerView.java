package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wormhole.engine.ClientSettings;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;

/** What a mailbox server holds, as it tells anybody who asks. */
final class ServerView implements WebSocket.Listener {
    private static final String BIND =
            "{\"type\":\"bind\",\"appid\":\"" + ClientSettings.FILE_TRANSFER + "\",\"side\":\"observer\"}";

    private final CompletableFuture<PeerValue> answer = new CompletableFuture<>();
    private final StringBuilder frame = new StringBuilder();

    private ServerView() {}

    /** The nameplates in use. */
    static List<String> nameplates(URI mailbox) {
        ServerView view = new ServerView();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(mailbox, view)
                .join();
        socket.sendText(BIND, true).join();
        socket.sendText("{\"type\":\"list\"}", true).join();
        try {
            List<String> ids = new ArrayList<>();
            for (PeerValue nameplate : view.answer.get(20, TimeUnit.SECONDS).elements(1000)) {
                ids.add(nameplate.field("id").text(100));
            }
            return ids;
        } catch (Exception e) {
            throw new AssertionError("the server does not tell", e);
        } finally {
            socket.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            take(frame.toString());
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void take(String json) {
        try {
            PeerValue message = JsonTree.readPeer(json.getBytes(UTF_8), "message");
            if (message.has("nameplates")) {
                answer.complete(message.field("nameplates"));
            }
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }
}

package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import wormhole.engine.ClientSettings;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;

/** What a mailbox server holds, as it tells anybody who asks. */
final class ServerView extends WebSocketClient {
    private static final String BIND =
            "{\"type\":\"bind\",\"appid\":\"" + ClientSettings.FILE_TRANSFER + "\",\"side\":\"observer\"}";

    private final CompletableFuture<PeerValue> answer = new CompletableFuture<>();

    private ServerView(URI mailbox) {
        super(mailbox);
        setDaemon(true);
    }

    /** The nameplates in use. */
    static List<String> nameplates(URI mailbox) {
        ServerView view = new ServerView(mailbox);
        view.connect();
        try {
            List<String> ids = new ArrayList<>();
            for (PeerValue nameplate : view.answer.get(20, TimeUnit.SECONDS).elements(1000)) {
                ids.add(nameplate.field("id").text(100));
            }
            return ids;
        } catch (Exception e) {
            throw new AssertionError("the server does not tell", e);
        } finally {
            view.close();
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        send(BIND);
        send("{\"type\":\"list\"}");
    }

    @Override
    public void onMessage(String json) {
        try {
            PeerValue message = JsonTree.readPeer(json.getBytes(UTF_8), "message");
            if (message.has("nameplates")) {
                answer.complete(message.field("nameplates"));
            }
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Exception e) {
        answer.completeExceptionally(e);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        answer.completeExceptionally(new IllegalStateException("closed: " + code + " " + reason));
    }
}

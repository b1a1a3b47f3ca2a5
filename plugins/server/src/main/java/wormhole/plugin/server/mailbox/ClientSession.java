package wormhole.plugin.server.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's side of one connection. Its public methods may be called from any thread, after each other. */
public final class ClientSession {
    private static final int MAX_STAMP = 1000;

    private final MailboxServer server;
    private final ClientConnection connection;
    private final Clock clock;
    private final Replies replies;
    private final Instant connected;
    /** What has to be done before the bind. */
    private @Nullable Hashcash challenge;

    private @Nullable BoundClient client;

    ClientSession(MailboxServer server, ClientConnection connection, Clock clock) {
        this.server = server;
        this.connection = server.turns().keep(connection, this::hearMore);
        this.clock = clock;
        this.replies = new Replies(this.connection, clock);
        this.connected = clock.instant();
    }

    void begin(Runnable firstTurn) {
        server.turns().take(connection, 0, firstTurn);
    }

    /** Greets the client, and asks it for some work first if there is a challenge. */
    void welcome(Map<String, Object> fields, Optional<Hashcash> newChallenge) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        newChallenge.ifPresent(task -> all.put("permission-required", task.forWelcome()));
        challenge = newChallenge.orElse(null);
        replies.welcome(all);
    }

    /** A frame arrived. */
    public void received(String json) {
        try {
            Request request = Request.parse(json);
            server.turns().take(connection, json.length(), () -> answer(request));
        } catch (Refusal refusal) {
            server.turns().take(connection, 0, () -> replies.error(refusal, Map.of()));
        }
    }

    private void answer(Request request) {
        try {
            if (!request.has("type")) {
                throw new Refusal("missing 'type'");
            }
            replies.ack(request.id());
            obey(request);
        } catch (Refusal refusal) {
            replies.error(refusal, request.orig());
        }
    }

    private void obey(Request request) throws Refusal {
        switch (request.type()) {
            case "ping" -> ping(request);
            case "bind" -> bind(request);
            // The protocol's text says it in the plural, the Rust client in the singular.
            case "submit-permissions", "submit-permission" -> submitPermission(request);
            default -> bound().obey(request, clock.instant());
        }
    }

    private void ping(Request request) throws Refusal {
        if (!request.has("ping")) {
            throw new Refusal("ping requires 'ping'");
        }
        replies.pong(request.echo("ping"));
    }

    private void submitPermission(Request request) throws Refusal {
        if (challenge == null) {
            return;
        }
        if (!request.is("method", "hashcash") || !challenge.isPaidBy(request.text("stamp", 1, MAX_STAMP))) {
            throw new Refusal("this does not give permission");
        }
        challenge = null;
    }

    private void bind(Request request) throws Refusal {
        if (client != null) {
            throw new Refusal("already bound");
        }
        if (challenge != null) {
            throw new Refusal("must submit permission first");
        }
        if (!request.has("appid")) {
            throw new Refusal("bind requires 'appid'");
        }
        if (!request.has("side")) {
            throw new Refusal("bind requires 'side'");
        }
        String appId = request.name("appid");
        client = new BoundClient(server.app(appId), request.name("side"), server.listAllowed(), connection, replies);
        server.noLongerUnbound(this);
    }

    private BoundClient bound() throws Refusal {
        if (client == null) {
            throw new Refusal("must bind first");
        }
        return client;
    }

    /** The connection has room again. */
    public void drained() {
        connection.drained();
        server.turns().take(connection, 0, this::hearMore);
    }

    private void hearMore() {
        if (client != null) {
            client.drained();
        }
    }

    /** The connection is gone. */
    public void lost() {
        server.turns().take(() -> {
            server.left(this);
            if (client != null) {
                client.lost();
            }
        });
    }

    Instant connected() {
        return connected;
    }

    void drop() {
        connection.drop();
    }
}

package wormhole.plugin.server.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the server ever says to one client. */
final class Replies {
    private static final double NANOS = 1e9;

    private final ClientConnection connection;
    private final Clock clock;

    Replies(ClientConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    void welcome(Map<String, Object> fields) {
        send("welcome", "welcome", fields);
    }

    void ack(@Nullable Object id) {
        send("ack", "id", id);
    }

    void pong(@Nullable Object ping) {
        send("pong", "pong", ping);
    }

    void nameplates(List<String> names) {
        send(
                "nameplates",
                "nameplates",
                names.stream().map(name -> Map.of("id", name)).toList());
    }

    void allocated(String nameplate) {
        send("allocated", "nameplate", nameplate);
    }

    void claimed(String mailboxId) {
        send("claimed", "mailbox", mailboxId);
    }

    void released() {
        send(typed("released"));
    }

    void closed() {
        send(typed("closed"));
    }

    void message(Message message) {
        Map<String, Object> reply = typed("message");
        reply.put("side", message.side());
        reply.put("phase", message.phase());
        reply.put("body", message.body());
        reply.put("server_rx", seconds(message.received()));
        reply.put("id", message.id());
        send(reply);
    }

    void error(Refusal refusal, Map<?, ?> orig) {
        Map<String, Object> reply = typed("error");
        reply.put("error", refusal.text());
        reply.put("orig", orig);
        send(reply);
    }

    private void send(String type, String key, @Nullable Object value) {
        Map<String, Object> reply = typed(type);
        reply.put(key, value);
        send(reply);
    }

    private void send(Map<String, Object> reply) {
        reply.put("server_tx", seconds(clock.instant()));
        connection.send(Json.write(reply));
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("type", type);
        return reply;
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / NANOS;
    }
}

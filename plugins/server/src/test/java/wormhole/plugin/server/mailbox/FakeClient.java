package wormhole.plugin.server.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client without a socket: it says things and remembers what it heard. */
final class FakeClient implements ClientConnection {
    static final String APP = "example.org/app";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> heard = new ArrayList<>();
    private final ClientSession session;
    private final String resource;
    boolean hasRoom = true;
    boolean dropped;

    FakeClient(MailboxServer server) {
        this(server, new ClientAddress("192.0.2.7", 4242));
    }

    FakeClient(MailboxServer server, ClientAddress address) {
        session = server.connect(this, address);
        resource = heard.isEmpty()
                ? ""
                : heard.get(0)
                        .path("welcome")
                        .path("permission-required")
                        .path("hashcash")
                        .path("resource")
                        .asText();
    }

    /** What its proof of work has to be for. */
    String resource() {
        return resource;
    }

    static FakeClient bound(MailboxServer server, String side) {
        FakeClient client = new FakeClient(server);
        client.say("bind", "appid", APP, "side", side);
        return client;
    }

    /** Says something of a type, with keys and values in turn, and forgets what it heard before. */
    FakeClient say(String type, Object... fields) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            message.put((String) fields[i], fields[i + 1]);
        }
        try {
            return sayRaw(JSON.writeValueAsString(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeClient sayRaw(String json) {
        heard.clear();
        session.received(json);
        return this;
    }

    /** What it heard since it last said something, acks included. */
    List<JsonNode> heard() {
        return heard;
    }

    List<JsonNode> heard(String type) {
        return heard.stream().filter(m -> m.path("type").asText().equals(type)).toList();
    }

    /** The only thing of a type that it heard since it last said something. */
    JsonNode answer(String type) {
        List<JsonNode> answers = heard(type);
        if (answers.size() != 1) {
            throw new AssertionError("heard " + heard + " instead of one " + type);
        }
        return answers.get(0);
    }

    String error() {
        return answer("error").path("error").asText();
    }

    /** The phases of all messages it heard since it last said something, in order. */
    List<String> phases() {
        return heard("message").stream().map(m -> m.path("phase").asText()).toList();
    }

    void getRoom() {
        hasRoom = true;
        session.drained();
    }

    void hangUp() {
        session.lost();
    }

    @Override
    public void send(String json) {
        try {
            heard.add(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasRoom() {
        return hasRoom;
    }

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}

    @Override
    public void close() {
        dropped = true;
    }

    @Override
    public void drop() {
        dropped = true;
    }
}

package wormhole.plugin.server;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import wormhole.plugin.server.websocket.WebSocketPeer;

/**
 * One who has a mailbox open, comes back whenever the connection is lost, and says again what was not echoed: what every honest client
 * does. Not for several threads at once.
 */
final class StubbornClient implements AutoCloseable {
    private static final Pattern MESSAGE = Pattern.compile("\"side\":\"(\\w+)\",\"phase\":\"(\\d+)\"");

    /** A message: who said it, and the how manieth it is. */
    private record Heard(String side, int phase) {}

    private final String url;
    private final String side;
    private final String mailbox;
    private final Collection<Heard> heard = new LinkedHashSet<>();
    private WebSocketPeer peer;

    StubbornClient(String url, String side, String mailbox) {
        this.url = url;
        this.side = side;
        this.mailbox = mailbox;
        this.peer = connect();
    }

    private WebSocketPeer connect() {
        return new WebSocketPeer(url)
                .say("{\"type\":\"bind\",\"appid\":\"app\",\"side\":\"" + side + "\"}")
                .say("{\"type\":\"open\",\"mailbox\":\"" + mailbox + "\"}");
    }

    private void reconnect() {
        peer.close();
        peer = connect();
    }

    /** Returns when it was echoed. */
    void add(int phase) {
        while (!heard.contains(new Heard(side, phase))) {
            try {
                peer.say("{\"type\":\"add\",\"phase\":\"" + phase + "\",\"body\":\"00\"}");
                awaitOnThisConnection(new Heard(side, phase));
            } catch (WebsocketNotConnectedException | UncheckedIOException e) {
                reconnect();
            }
        }
    }

    void add(int from, int count) {
        for (int i = 0; i < count; i++) {
            add(from + i);
        }
    }

    /** How many of its own it has heard. */
    int echoed() {
        return heardFrom(side).size();
    }

    void awaitMessage(String from, int phase) {
        while (!heard.contains(new Heard(from, phase))) {
            awaitOnThisConnection(new Heard(from, phase));
        }
    }

    /** The phases of one side, in the order in which they were first heard. */
    List<Integer> heardFrom(String other) {
        return new ArrayList<>(heard.stream()
                .filter(m -> m.side().equals(other))
                .map(Heard::phase)
                .toList());
    }

    /** Returns without it when the connection was lost; there is another one then. */
    private void awaitOnThisConnection(Heard wanted) {
        while (!heard.contains(wanted)) {
            String text = hearText();
            if (text.startsWith(WebSocketPeer.CLOSED)) {
                reconnect();
                return;
            }
            Matcher message = MESSAGE.matcher(text);
            if (text.contains("\"type\":\"message\"") && message.find()) {
                heard.add(new Heard(message.group(1), Integer.parseInt(message.group(2))));
            }
        }
    }

    private String hearText() {
        try {
            return peer.hear("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}

package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** A mailbox server that answers as a real one does, except where the test says otherwise. */
final class ScriptedServer implements AutoCloseable {
    /** What is done about a message. */
    @FunctionalInterface
    interface Reaction {
        void to(Client client, PeerValue message) throws Exception;
    }

    /** The victim's connection. */
    static final class Client {
        private final WebSocket socket;

        private Client(WebSocket socket) {
            this.socket = socket;
        }

        void sayRaw(String frame) {
            socket.send(frame);
        }

        void sayBinary(String frame) {
            socket.send(ByteBuffer.wrap(frame.getBytes(UTF_8)));
        }

        void say(String type, Object... namesAndValues) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("type", type);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                message.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            sayRaw(new String(JsonTree.write(message), UTF_8));
        }

        void sayPeer(String phase, String body) {
            say("message", "side", ServerPeer.SIDE, "phase", phase, "body", body);
        }

        void hangUp() {
            socket.closeConnection(1006, "cut");
        }
    }

    private final Map<String, Reaction> reactions = new ConcurrentHashMap<>();
    private final List<PeerValue> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile Consumer<Client> greeting = client -> client.say("welcome", "welcome", Map.of());
    private volatile String side = "";
    private final Endpoint endpoint = new Endpoint();

    private ScriptedServer() {
        on("allocate", (client, message) -> client.say("allocated", "nameplate", "7"));
        on("claim", (client, message) -> client.say("claimed", "mailbox", "m"));
        on("release", (client, message) -> client.say("released"));
        on("close", (client, message) -> client.say("closed"));
        on("list", (client, message) -> client.say("nameplates", "nameplates", List.of()));
        on("bind", (client, message) -> side = message.field("side").text(100));
        on("add", this::echo);
    }

    static ScriptedServer start() throws InterruptedException {
        ScriptedServer server = new ScriptedServer();
        server.endpoint.setReuseAddr(true);
        server.endpoint.setDaemon(true);
        server.endpoint.start();
        if (!server.started.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the scripted server does not start");
        }
        return server;
    }

    ScriptedServer onOpen(Consumer<Client> done) {
        greeting = done;
        return this;
    }

    ScriptedServer on(String type, Reaction reaction) {
        reactions.put(type, reaction);
        return this;
    }

    void echo(Client client, PeerValue message) throws WormholeException {
        client.say(
                "message",
                "side",
                side,
                "phase",
                message.field("phase").text(100),
                "body",
                message.field("body").text(1_000_000));
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + endpoint.getPort() + "/v1");
    }

    /** What came under a type, in order. */
    List<PeerValue> heard(String type) {
        return heard.stream().filter(message -> typeOf(message).equals(type)).toList();
    }

    /** With which the mailbox was closed. */
    @Nullable
    String mood() throws WormholeException {
        List<PeerValue> closes = heard("close");
        return closes.isEmpty() ? null : closes.get(0).field("mood").text(100);
    }

    private static String typeOf(PeerValue message) {
        try {
            return message.field("type").text(100);
        } catch (WormholeException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            endpoint.stop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Endpoint extends WebSocketServer {
        Endpoint() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, List.of(new Draft_6455()));
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            greeting.accept(new Client(socket));
        }

        @Override
        public void onMessage(WebSocket socket, String frame) {
            try {
                PeerValue message = JsonTree.readPeer(frame.getBytes(UTF_8), "frame");
                heard.add(message);
                Reaction reaction = reactions.get(typeOf(message));
                if (reaction != null) {
                    reaction.to(new Client(socket), message);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            // The victim may go when it likes.
        }

        @Override
        public void onError(@Nullable WebSocket socket, Exception e) {
            // A victim that hangs up in the middle is what some tests are about.
        }
    }
}

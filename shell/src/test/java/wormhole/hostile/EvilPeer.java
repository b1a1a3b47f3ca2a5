package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import wormhole.engine.ClientSettings;
import wormhole.engine.Wormhole;
import wormhole.engine.WormholeListener;
import wormhole.engine.WormholeSettings;
import wormhole.engine.crypto.TransitKey;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** Somebody who knows the code, and then says what the test wants. */
public final class EvilPeer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final String TRANSIT_PURPOSE = ClientSettings.FILE_TRANSFER + "/transit-key";

    private final Wormhole wormhole;

    private EvilPeer(Wormhole wormhole) {
        this.wormhole = wormhole;
    }

    public static EvilPeer open(URI mailbox, String code) throws Exception {
        Wormhole wormhole = Wormhole.open(
                WormholeSettings.forApp(ClientSettings.FILE_TRANSFER).withMailboxServer(mailbox),
                WormholeListener.NONE);
        wormhole.setCode(code);
        return new EvilPeer(wormhole);
    }

    void say(String json) throws WormholeException {
        wormhole.send(json.getBytes(UTF_8));
    }

    void say(byte[] message) throws WormholeException {
        wormhole.send(message);
    }

    void say(Map<String, ?> message) throws WormholeException {
        wormhole.send(JsonTree.write(message));
    }

    void sayTransit(RawTransit transit) throws WormholeException {
        say(Map.of(
                "transit",
                Map.of("abilities-v1", List.of(Map.of("type", "direct-tcp-v1")), "hints-v1", List.of(transit.hint()))));
    }

    public void offerFile(String name, long size) throws WormholeException {
        say(Map.of("offer", Map.of("file", Map.of("filename", name, "filesize", size))));
    }

    PeerValue hear() throws Exception {
        return JsonTree.readPeer(wormhole.receive().get(PATIENCE_SECONDS, TimeUnit.SECONDS), "message");
    }

    /** What is said under a key; other messages are passed over. */
    PeerValue hear(String key) throws Exception {
        PeerValue message = hear();
        while (!message.has(key)) {
            message = hear();
        }
        return message.field(key);
    }

    /** What the victim tells of its failure. */
    public String hearError() throws Exception {
        return hear("error").text(10_000);
    }

    TransitKey transitKey() throws Exception {
        boolean unused = wormhole.unverifiedKey().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return TransitKey.of(wormhole.deriveKey(TRANSIT_PURPOSE, 32));
    }

    @Override
    public void close() {
        wormhole.close();
    }
}

package wormhole.engine.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.engine.json.JsonTree;
import wormhole.spi.Mood;

/** What a client says to the mailbox server (server protocol). */
public sealed interface ClientMessage {
    /** The first message of every connection: who we are. */
    record Bind(String appId, String side, String clientVersion) implements ClientMessage {}

    /** Which nameplates are in use? */
    record ListNameplates() implements ClientMessage {}

    /** A free nameplate, please. */
    record Allocate() implements ClientMessage {}

    /**
     * The mailbox behind a nameplate, please.
     *
     * @param peek whether to send its first message at once, before it is opened; only for servers whose welcome offers that
     */
    record Claim(String nameplate, boolean peek) implements ClientMessage {
        public Claim(String nameplate) {
            this(nameplate, false);
        }

        public Claim peeking() {
            return new Claim(nameplate, true);
        }
    }

    /** We need the nameplate no more. */
    record Release(String nameplate) implements ClientMessage {}

    /** Send us what is in the mailbox, now and later. */
    record Open(String mailbox) implements ClientMessage {}

    /** Put a message into the open mailbox. */
    record Add(String phase, byte[] body) implements ClientMessage {}

    /** We need the mailbox no more, and feel like this. */
    record Close(String mailbox, Mood mood) implements ClientMessage {}

    /** Proof of work, where the server's welcome asks for it. */
    record SubmitPermissions(String stamp) implements ClientMessage {}

    /** The text frame. */
    default String toJson() {
        return new String(JsonTree.write(fields()), StandardCharsets.UTF_8);
    }

    private Map<String, Object> fields() {
        if (this instanceof Bind bind) {
            return fields(
                    "bind",
                    "appid",
                    bind.appId,
                    "side",
                    bind.side,
                    "client_version",
                    List.of("java", bind.clientVersion));
        } else if (this instanceof Claim claim) {
            return claim.peek
                    ? fields("claim", "nameplate", claim.nameplate, "peek", true)
                    : fields("claim", "nameplate", claim.nameplate);
        } else if (this instanceof Release release) {
            return fields("release", "nameplate", release.nameplate);
        } else if (this instanceof Open open) {
            return fields("open", "mailbox", open.mailbox);
        } else if (this instanceof Add add) {
            return fields("add", "phase", add.phase, "body", HexFormat.of().formatHex(add.body));
        } else if (this instanceof Close close) {
            return fields("close", "mailbox", close.mailbox, "mood", close.mood.wireName());
        } else if (this instanceof SubmitPermissions permissions) {
            return fields("submit-permissions", "method", "hashcash", "stamp", permissions.stamp);
        } else {
            return fields(this instanceof Allocate ? "allocate" : "list");
        }
    }

    private static Map<String, Object> fields(String type, Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}

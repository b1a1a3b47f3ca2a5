package wormhole.engine.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wormhole.engine.json.JsonTree;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** What the mailbox server says (server protocol); everything in it is a stranger's. */
public sealed interface ServerMessage {
    record Welcomed(Welcome welcome) implements ServerMessage {}

    record Nameplates(Set<String> inUse) implements ServerMessage {}

    record Allocated(String nameplate) implements ServerMessage {}

    record Claimed(String mailbox) implements ServerMessage {}

    record Released() implements ServerMessage {}

    record Message(String side, String phase, byte[] body) implements ServerMessage {}

    record Closed() implements ServerMessage {}

    /** A request of ours was refused. */
    record Refused(String error) implements ServerMessage {}

    /** Acknowledgements, answers to pings, and what later servers may say. */
    record Other(String type) implements ServerMessage {}

    int MAX_NAME_LENGTH = 1000;
    int MAX_TEXT_LENGTH = 10_000;
    int MAX_NAMEPLATES = 100_000;

    /**
     * Reads a frame.
     *
     * @throws WormholeException {@link ErrorCode#MALFORMED_SERVER_MESSAGE}
     */
    static ServerMessage read(String json) throws WormholeException {
        try {
            return of(JsonTree.readPeer(json.getBytes(StandardCharsets.UTF_8), "message"));
        } catch (WormholeException e) {
            throw new WormholeException(
                            ErrorCode.MALFORMED_SERVER_MESSAGE,
                            "the mailbox server sent a malformed message ("
                                    + e.messageText().replace("the peer's ", "its ") + ")")
                    .withHint("Is it a mailbox server? Name another one with --relay-url.");
        }
    }

    private static ServerMessage of(PeerValue message) throws WormholeException {
        String type = message.field("type").text(MAX_NAME_LENGTH);
        return switch (type) {
            case "welcome" -> new Welcomed(welcome(message.field("welcome")));
            case "nameplates" -> new Nameplates(nameplates(message.field("nameplates")));
            case "allocated" -> new Allocated(nameplate(message));
            case "claimed" -> new Claimed(name(message, "mailbox"));
            case "released" -> new Released();
            case "message" -> new Message(name(message, "side"), name(message, "phase"), body(message));
            case "closed" -> new Closed();
            case "error" -> new Refused(message.field("error").text(MAX_TEXT_LENGTH));
            default -> new Other(type);
        };
    }

    private static String name(PeerValue message, String field) throws WormholeException {
        return message.field(field).text(MAX_NAME_LENGTH);
    }

    private static String nameplate(PeerValue message) throws WormholeException {
        String nameplate = name(message, "nameplate");
        if (!nameplate.matches("[0-9]{1,40}")) {
            throw new WormholeException(ErrorCode.MALFORMED_SERVER_MESSAGE, "its 'nameplate' is no number");
        }
        return nameplate;
    }

    private static Set<String> nameplates(PeerValue list) throws WormholeException {
        Set<String> ids = new HashSet<>();
        for (PeerValue nameplate : list.elements(MAX_NAMEPLATES)) {
            ids.add(name(nameplate, "id"));
        }
        return ids;
    }

    private static byte[] body(PeerValue message) throws WormholeException {
        try {
            return HexFormat.of().parseHex(message.field("body").text(JsonTree.MAX_BYTES));
        } catch (IllegalArgumentException e) {
            throw new WormholeException(ErrorCode.MALFORMED_SERVER_MESSAGE, "its 'body' is not hexadecimal", e);
        }
    }

    private static Welcome welcome(PeerValue welcome) throws WormholeException {
        return new Welcome(
                textOrNull(welcome, "motd"),
                refusal(welcome),
                textOrNull(welcome, "current_cli_version"),
                hashcash(welcome),
                welcome.has("claim-peek"));
    }

    /** Why the server does not want us: it says so, or wants what we cannot give and would let us wait for ever. */
    private static @Nullable String refusal(PeerValue welcome) throws WormholeException {
        Optional<PeerValue> error = welcome.optional("error");
        if (error.isPresent()) {
            return error.get().text(MAX_TEXT_LENGTH);
        }
        return welcome.optional("permission-required")
                .filter(required -> required.size() > 0 && !required.has("none") && !required.has("hashcash"))
                .map(unknown -> "it asks for a kind of permission that this program does not know")
                .orElse(null);
    }

    /** News for people: one of the wrong kind is no reason to refuse the server. */
    private static @Nullable String textOrNull(PeerValue welcome, String field) throws WormholeException {
        Optional<PeerValue> value = welcome.optional(field);
        try {
            return value.isPresent() ? value.get().text(MAX_TEXT_LENGTH) : null;
        } catch (WormholeException e) {
            return null;
        }
    }

    /** The proof of work that is asked for, unless one may also come without any. */
    private static Welcome.@Nullable Hashcash hashcash(PeerValue welcome) throws WormholeException {
        Optional<PeerValue> required = welcome.optional("permission-required");
        if (required.isEmpty() || !required.get().has("hashcash")) {
            return null;
        }
        Optional<PeerValue> none = required.get().optional("none");
        if (none.isPresent() && !none.get().isNull()) {
            return null;
        }
        PeerValue hashcash = required.get().field("hashcash");
        int bits = (int) hashcash.field("bits").wholeNumber(0, 256);
        return new Welcome.Hashcash(bits, hashcash.field("resource").text(MAX_NAME_LENGTH));
    }
}

package wormhole.engine.code;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * A link that holds a code, {@code wormhole-transfer:CODE?rendezvous=…&role=…} (the protocol's URI scheme).
 *
 * @param code the code
 * @param rendezvous the mailbox server, or null for the usual one
 * @param leader whether whoever opens the link is the leader, which is the side that shows the code
 */
public record TransferUri(WormholeCode code, @Nullable URI rendezvous, boolean leader) {
    private static final String SCHEME = "wormhole-transfer:";

    /** Whether a text claims to be such a link; schemes may be in capitals. */
    public static boolean looksLikeOne(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The mailbox server that the link names. */
    public Optional<URI> server() {
        return Optional.ofNullable(rendezvous);
    }

    /** Reads a link strictly: what is not known could change its meaning. */
    public static TransferUri parse(String text) throws WormholeException {
        if (!looksLikeOne(text)) {
            throw malformed("it does not begin with " + SCHEME);
        }
        String rest = text.substring(SCHEME.length());
        int mark = rest.indexOf('?');
        WormholeCode code = WormholeCode.parse(decode(mark < 0 ? rest : rest.substring(0, mark)));
        TransferUri uri = new TransferUri(code, null, false);
        if (mark >= 0) {
            for (String field : rest.substring(mark + 1).split("&", -1)) {
                uri = uri.with(field);
            }
        }
        return uri;
    }

    private TransferUri with(String field) throws WormholeException {
        int equals = field.indexOf('=');
        String name = equals < 0 ? field : field.substring(0, equals);
        String value = equals < 0 ? "" : decode(field.substring(equals + 1));
        return switch (name) {
            case "version" -> {
                require(value.equals("0"), "its version " + value + " is not known");
                yield this;
            }
            case "rendezvous" -> new TransferUri(code, server(value), leader);
            case "role" -> {
                require(value.equals("leader") || value.equals("follower"), "the role '" + value + "' is not known");
                yield new TransferUri(code, rendezvous, value.equals("leader"));
            }
            default -> throw malformed("the field '" + name + "' is not known");
        };
    }

    private static URI server(String value) throws WormholeException {
        return ServerAddress.webSocket(value).orElseThrow(() -> malformed("its server is no ws:// or wss:// URL"));
    }

    private static void require(boolean good, String otherwise) throws WormholeException {
        if (!good) {
            throw malformed(otherwise);
        }
    }

    private static String decode(String encoded) throws WormholeException {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.put(hexByte(bytes, i + 1));
                i += 2;
            } else {
                decoded.put(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed("it is no UTF-8 text");
        }
    }

    private static byte hexByte(byte[] bytes, int at) throws WormholeException {
        int high = digit(bytes, at);
        int low = digit(bytes, at + 1);
        require(high >= 0 && low >= 0, "it has a bad % in it");
        return (byte) (high * 16 + low);
    }

    private static int digit(byte[] bytes, int at) {
        return at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    }

    private static WormholeException malformed(String why) {
        return new WormholeException(ErrorCode.MALFORMED_CODE, "this is no wormhole link: " + why)
                .withHint("A link looks like wormhole-transfer:7-crossover-clockwork.");
    }

    /** The link as text. */
    public String text() {
        StringBuilder text = new StringBuilder(SCHEME).append(encode(code.text()));
        String separator = "?";
        if (rendezvous != null) {
            text.append(separator).append("rendezvous=").append(encode(rendezvous.toString()));
            separator = "&";
        }
        if (leader) {
            text.append(separator).append("role=leader");
        }
        return text.toString();
    }

    /** The link that holds nothing but a code. Codes in links are never mended. */
    public static String exactly(String code) {
        return SCHEME + encode(code);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the code, which is a secret. */
    @Override
    public String toString() {
        return "TransferUri[" + code + "]";
    }
}

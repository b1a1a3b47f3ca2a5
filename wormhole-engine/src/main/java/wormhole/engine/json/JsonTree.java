package wormhole.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/** Turns JSON into trees of maps, lists, texts, numbers, truth values and nulls, and back. Thread-safe. */
public final class JsonTree {
    /** No honest message comes near this; text messages travel in the offer. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME_LENGTH = 1000;
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BYTES)
                            .maxStringLength(MAX_BYTES)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonTree() {}

    /**
     * Reads what the peer sent.
     *
     * @param where what it is, for error texts
     * @throws WormholeException {@link ErrorCode#MALFORMED_PEER_MESSAGE} if it is no JSON, too large or too deep
     */
    public static PeerValue readPeer(byte[] json, String where) throws WormholeException {
        return PeerValue.of(read(json, where), where);
    }

    private static @Nullable Object read(byte[] json, String where) throws WormholeException {
        if (json.length > MAX_BYTES) {
            throw bad(where, "is longer than " + MAX_BYTES + " bytes");
        }
        try {
            // Decoded strictly first: the parser guesses at encodings and lets broken UTF-8 through in places.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return MAPPER.readValue(text, Object.class);
        } catch (CharacterCodingException e) {
            throw bad(where, "is no UTF-8 text");
        } catch (IOException e) {
            throw bad(where, "is no acceptable JSON");
        }
    }

    /** Writes a tree that this program made. */
    public static byte[] write(Object tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON tree: " + tree.getClass(), e);
        }
    }

    private static WormholeException bad(String where, String what) {
        return new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "the peer's '" + where + "' " + what);
    }
}

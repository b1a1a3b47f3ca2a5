package wormhole.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
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
        try (JsonParser parser = FACTORY.createParser(decode(json))) {
            parser.nextToken();
            Object tree = value(parser);
            if (parser.nextToken() != null) {
                throw bad(where, "has something behind its end");
            }
            return tree;
        } catch (CharacterCodingException e) {
            throw bad(where, "is no UTF-8 text");
        } catch (IOException e) {
            throw bad(where, "is no acceptable JSON");
        }
    }

    /** Decoded strictly first: the parser guesses at encodings and lets broken UTF-8 through in places. */
    private static String decode(byte[] json) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        } else if (token == JsonToken.START_ARRAY) {
            return list(parser);
        } else if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getNumberValue();
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        } else if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw new IOException("a value is missing");
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    /** Writes a tree that this program made. */
    public static byte[] write(Object tree) {
        return JsonWriter.write(tree);
    }

    private static WormholeException bad(String where, String what) {
        return new WormholeException(ErrorCode.MALFORMED_PEER_MESSAGE, "the peer's '" + where + "' " + what);
    }
}

package wormhole.plugin.server.mailbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns frames into trees of maps, lists and scalars, and back. Thread-safe. */
final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAME_LENGTH = 1000;
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MailboxServer.MAX_FRAME_BYTES)
                            .maxStringLength(MailboxServer.MAX_FRAME_BYTES)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    // A number or text goes back to its sender as it came: 1e400, a lone surrogate.
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static @Nullable Object read(String json) throws Refusal {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException | NumberFormatException e) {
            // Jackson lets the latter through for an exponent that no number can have.
            throw new Refusal("message is no acceptable JSON");
        }
    }

    static String write(Map<String, ?> tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON tree", e);
        }
    }
}

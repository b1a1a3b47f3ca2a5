package wormhole.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The test vectors, one resource for each section. */
public final class Vectors {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Vectors() {}

    /** A whole section, or a part of it by names separated by slashes: {@code spake2/symmetric}. */
    public static JsonNode at(String path) {
        String[] names = path.split("/", -1);
        JsonNode node = load(names[0]);
        for (int i = 1; i < names.length; i++) {
            node = node.path(names[i]);
        }
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("no vectors at " + path);
        }
        return node;
    }

    public static Stream<JsonNode> each(String path) {
        return StreamSupport.stream(at(path).spliterator(), false);
    }

    public static byte[] hex(JsonNode node, String field) {
        return HexFormat.of().parseHex(node.get(field).asText());
    }

    /** An array of texts. */
    public static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static JsonNode load(String section) {
        try (InputStream stream = Vectors.class.getResourceAsStream("/vectors/" + section + ".json")) {
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

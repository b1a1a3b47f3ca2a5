package wormhole.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes trees as JSON. */
final class JsonWriter {
    private JsonWriter() {}

    static byte[] write(Object tree) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = JsonTree.FACTORY.createGenerator(json)) {
            value(generator, tree);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a JSON tree: " + tree.getClass(), e);
        }
        return json.toByteArray();
    }

    private static void value(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> fields) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                generator.writeFieldName((String) field.getKey());
                value(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> elements) {
            generator.writeStartArray();
            for (Object element : elements) {
                value(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else {
            number(generator, value);
        }
    }

    private static void number(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof BigInteger big) {
            generator.writeNumber(big);
        } else if (value instanceof Double || value instanceof Float) {
            generator.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            throw new IOException(value.getClass() + " has no JSON");
        }
    }
}

package wormhole.plugin.server.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.plugin.server.mailbox.Side;
import wormhole.plugin.server.mailbox.Sides;

/** How values stand in columns: times as microseconds, whatever is no plain text as JSON. */
final class Columns {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // No database then sees a character that it does not like.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Columns() {}

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A JSON scalar or null. */
    static String of(@Nullable Object scalar) {
        try {
            return JSON.writeValueAsString(scalar);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    static @Nullable Object scalar(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column holds no JSON", e);
        }
    }

    static String of(Sides sides) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        sides.all()
                .forEach((name, side) -> rows.add(Arrays.asList(name, side.active(), of(side.added()), side.mood())));
        return of((Object) rows);
    }

    static Sides sides(String json) {
        Map<String, Side> sides = new LinkedHashMap<>();
        try {
            for (JsonNode row : JSON.readTree(json)) {
                sides.put(
                        row.path(0).asText(),
                        new Side(
                                row.path(1).asBoolean(),
                                time(row.path(2).asLong()),
                                row.path(3).textValue()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column holds no JSON", e);
        }
        return new Sides(sides);
    }
}

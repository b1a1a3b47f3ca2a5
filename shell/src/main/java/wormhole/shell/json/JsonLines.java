package wormhole.shell.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.engine.json.JsonTree;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.WormholeException;

/** Writes events as JSON, each at once and in a line of its own. May be used from any thread. */
final class JsonLines {
    private final OutputStream output;
    private final Clock clock;
    private @Nullable IOException failure;

    JsonLines(OutputStream output, Clock clock) {
        this.output = output;
        this.clock = clock;
    }

    /** Writes an event. Whoever tells it cannot help it if nobody reads: {@link #check} says so later. */
    synchronized void write(Event event) {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.write(JsonTree.write(object(event)));
            line.write('\n');
            output.write(line.toByteArray());
            output.flush();
        } catch (IOException e) {
            failure = e;
        }
    }

    private Map<String, Object> object(Event event) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", event.name());
        object.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        event.fields().forEach((name, value) -> object.putIfAbsent(name, JsonValue.of(value)));
        return object;
    }

    /** Fails if an event could not be written. */
    synchronized void check() throws WormholeException {
        if (failure != null) {
            throw new WormholeException(
                    ErrorCode.FILE_UNUSABLE, "cannot write to standard output: " + failure.getMessage(), failure);
        }
    }
}

package wormhole.shell.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The published schema of the events. Begin with {@link #events}. */
public final class EventSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Validator validator;
    private final URI schema;

    private EventSchema(Validator validator, URI schema) {
        this.validator = validator;
        this.schema = schema;
    }

    public static EventSchema published() throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        return new EventSchema(
                validator, validator.registerSchema(Files.readString(Path.of("../docs/json-schema.json"))));
    }

    /** The events in what a program has written; fails on a line that is not as the schema says. */
    public List<JsonNode> events(String output) throws JsonProcessingException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : output.lines().toList()) {
            Validator.Result result = validator.validate(schema, line);
            if (!result.isValid()) {
                throw new AssertionError(line + "\n" + result.getErrors());
            }
            events.add(MAPPER.readTree(line));
        }
        return events;
    }
}

package wormhole.engine.plugin;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import wormhole.spi.Application;

/** A plugin's application whose properties were read once. */
record CheckedApplication(String id, String appId, Map<String, ?> versions) implements Application {
    static CheckedApplication of(Application application) {
        return new CheckedApplication(
                requireNonNull(application.id(), "the id of an application is null"),
                requireNonNull(application.appId(), "the wire id of an application is null"),
                PlainValues.copyOf(
                        requireNonNull(application.versions(), "the versions of an application are null"),
                        "the versions of an application"));
    }
}

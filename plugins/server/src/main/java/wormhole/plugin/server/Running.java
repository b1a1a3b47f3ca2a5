package wormhole.plugin.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.spi.RunningService;

/**
 * A service that runs.
 *
 * @param endpoints in order
 * @param stops what has to be done to stop it, in order; each harmless when done twice
 */
record Running(Map<String, String> endpoints, List<Runnable> stops) implements RunningService {
    Running {
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
        stops = List.copyOf(stops);
    }

    @Override
    public void close() {
        stops.forEach(Runnable::run);
    }
}

package wormhole.plugin.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.spi.Event;
import wormhole.spi.RunningService;
import wormhole.spi.UserInterface;

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

    /** Tells the operator that a service died while it ran. */
    static void tellFailure(UserInterface ui, String service, Exception e) {
        ui.tell(Event.note("the " + service + " stopped: " + e).at(Event.Level.WARNING));
    }

    @Override
    public void close() {
        stops.forEach(Runnable::run);
    }
}

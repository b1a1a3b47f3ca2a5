package wormhole.plugin.server;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import wormhole.spi.RunningService;

/**
 * A service that runs.
 *
 * @param endpoints in order
 * @param whenIdle does something once, as soon as nobody is connected
 * @param stops what has to be done to stop it, in order; each harmless when done twice
 */
record Running(Map<String, String> endpoints, Consumer<Runnable> whenIdle, List<Runnable> stops)
        implements RunningService {
    Running {
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
        stops = List.copyOf(stops);
    }

    @Override
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        whenIdle.accept(idle::countDown);
        return idle.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stops.forEach(Runnable::run);
    }
}

package wormhole.shell.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.spi.ErrorCode;
import wormhole.spi.HostedService;
import wormhole.spi.OptionValues;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Services at work: all of them or none. */
public final class RunningServices implements AutoCloseable {
    /** What a service gets. */
    private record Context(OptionValues options, UserInterface ui) implements ServiceContext {}

    private final List<RunningService> running = new ArrayList<>();

    private RunningServices() {}

    /** Starts all, or none. */
    public static RunningServices start(List<HostedService> services, OptionValues options, UserInterface ui)
            throws WormholeException {
        if (services.isEmpty()) {
            throw new WormholeException(ErrorCode.PLUGIN, "no plugin here offers a service")
                    .withHint("See 'wormhole plugins' for what is installed.");
        }
        RunningServices started = new RunningServices();
        try {
            for (HostedService service : services) {
                started.running.add(service.start(new Context(options, ui)));
            }
            return started;
        } catch (WormholeException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Where they can be reached, by name, in the order in which they were started. */
    public Map<String, String> endpoints() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        running.forEach(service -> endpoints.putAll(service.endpoints()));
        return endpoints;
    }

    /** Waits until nobody uses them, but no longer than so long for each. An interrupt ends the waiting and stays. */
    void awaitIdle(Duration atMost) {
        try {
            for (RunningService service : running) {
                service.awaitIdle(atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running.forEach(RunningService::close);
        running.clear();
    }
}

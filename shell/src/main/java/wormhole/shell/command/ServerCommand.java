package wormhole.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import wormhole.shell.cli.GlobalOptions;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.HostedService;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.WormholeException;

/** Runs all services that plugins offer, until it is stopped. */
public final class ServerCommand implements Command {
    private final List<HostedService> services;

    public ServerCommand(List<HostedService> services) {
        this.services = List.copyOf(services);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("server", "Run a mailbox server and a transit relay")
                .describedBy("Prints where it can be reached, one line each, as soon as it serves. Ctrl-C stops it.")
                .with(options())
                .example("wormhole server")
                .example("wormhole server --host 127.0.0.1 --mailbox-port 0 --relay-port 0  # any free ports");
    }

    /** Services that declare an equal option share it. */
    private List<Option> options() {
        Map<String, Option> byKey = new LinkedHashMap<>();
        services.forEach(service -> service.options().forEach(option -> byKey.putIfAbsent(option.key(), option)));
        return List.copyOf(byKey.values());
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        checkOptions();
        try (RunningServices running = RunningServices.start(services, invocation.options(), invocation.ui())) {
            List<String> lines = new ArrayList<>();
            running.endpoints().forEach((name, address) -> lines.add(name + " " + address));
            if (!invocation.options().flag(GlobalOptions.JSON.key())) {
                Listing.write(invocation.ui().output(), lines);
            }
            invocation.ui().tell(ready(running));
            awaitInterrupt();
        }
    }

    private static Event ready(RunningServices running) {
        Event ready = Event.named("ready");
        for (Map.Entry<String, String> endpoint : running.endpoints().entrySet()) {
            ready = ready.with(endpoint.getKey(), endpoint.getValue());
        }
        return ready;
    }

    private void checkOptions() throws WormholeException {
        List<Option> options = options();
        for (HostedService service : services) {
            for (Option option : service.options()) {
                if (!options.contains(option)) {
                    throw new WormholeException(
                                    ErrorCode.PLUGIN,
                                    "two services declare the option --" + option.key() + " differently, one is "
                                            + service.id())
                            .withHint("Remove one of their plugins, see 'wormhole plugins'.");
                }
            }
        }
    }

    private static void awaitInterrupt() throws WormholeException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "stopped", e);
        }
    }
}

package wormhole.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wormhole.shell.demo.DemoRun;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.HostedService;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Shows on one machine, without a network, what the program does. */
public final class DemoCommand implements Command {
    /** On loopback and any free ports. */
    private static final Map<String, List<String>> OPTIONS =
            Map.of("host", List.of("127.0.0.1"), "mailbox-port", List.of("0"), "relay-port", List.of("0"));

    private final List<HostedService> services;

    public DemoCommand(List<HostedService> services) {
        this.services = List.copyOf(services);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("demo", "Show on this machine what the program does")
                .describedBy(
                        "Starts a mailbox server and a transit relay on this machine only. Then further runs of this"
                                + " program send and receive a text, a file and a directory between two folders. What arrives is"
                                + " compared with what was sent, and everything is cleaned up.");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        long begun = System.nanoTime();
        OptionValues options = OptionValues.of(OPTIONS, invocation.directory());
        try (RunningServices running = RunningServices.start(services, options, invocation.ui())) {
            List<String> servers = new ArrayList<>();
            running.endpoints().forEach((name, address) -> servers.add(name + " at " + address));
            say(invocation, "Started servers: " + String.join(", ", servers) + ".");
            new DemoRun(running.endpoints(), line -> say(invocation, line)).run();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        say(invocation, String.format(Locale.ROOT, "All is well, after %.1f s.", seconds));
    }

    private static void say(Invocation invocation, String line) throws WormholeException {
        Listing.write(invocation.ui().output(), List.of(line));
    }
}

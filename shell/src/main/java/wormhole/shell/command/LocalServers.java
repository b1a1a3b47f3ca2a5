package wormhole.shell.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import wormhole.engine.ClientSettings;
import wormhole.engine.transit.RelayAddresses;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.HostedService;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** A mailbox server and a transit relay of this process, for one transfer in a network that has no others. */
final class LocalServers implements AutoCloseable {
    static final Option LOCAL = Option.flag(
            "Needs no servers elsewhere: runs its own for as long as the transfer takes, on this machine's address in the local"
                    + " network, and shows the command for the other side.",
            "--local");
    static final Option ADDRESS =
            Option.text("ADDRESS", "The address of this machine for --local, if it has several.", "--local-address");

    private static final List<String> NEEDED = List.of("mailbox", "relay");
    /** For a receiver who has everything and is just saying goodbye. */
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final RunningServices running;

    private LocalServers(RunningServices running) {
        this.running = running;
    }

    static boolean wanted(OptionValues options) {
        return options.flag(LOCAL.key()) || options.text(ADDRESS.key()).isPresent();
    }

    /** Starts them on any free ports of one address, in memory, and tells where they are. */
    static LocalServers start(List<HostedService> services, OptionValues options, Path directory, UserInterface ui)
            throws WormholeException {
        List<HostedService> needed =
                services.stream().filter(s -> NEEDED.contains(s.id())).toList();
        if (needed.size() < NEEDED.size()) {
            throw new WormholeException(ErrorCode.PLUGIN, "no plugin here offers the servers that --local needs")
                    .withHint("See 'wormhole plugins' for what is installed.");
        }
        String host = options.text(ADDRESS.key()).isPresent()
                ? options.text(ADDRESS.key()).get()
                : LanAddress.find().getHostAddress();
        LocalServers servers =
                new LocalServers(RunningServices.start(needed, OptionValues.of(on(host), directory), ui));
        ui.tell(Event.named("ready").with("mailbox", servers.mailbox()).with("relay", servers.relay()));
        return servers;
    }

    private static Map<String, List<String>> on(String host) {
        return Map.of(
                "host",
                List.of(host),
                "mailbox-port",
                List.of("0"),
                "relay-port",
                List.of("0"),
                "disallow-list",
                List.of("true"));
    }

    private String mailbox() {
        return running.endpoints().getOrDefault("mailbox", "");
    }

    private String relay() {
        return running.endpoints().getOrDefault("relay", "");
    }

    /** Settings that use these servers and no others. */
    ClientSettings in(ClientSettings settings) throws WormholeException {
        return settings.withMailboxServer(URI.create(mailbox())).withRelays(List.of(RelayAddresses.parse(relay())));
    }

    /** What the other side has to run, the code excepted; the reference's program understands it too. */
    String command() {
        return "wormhole --relay-url " + mailbox() + " --transit-helper " + relay() + " receive";
    }

    /** Stops them, as soon as the other side has said goodbye too. */
    @Override
    public void close() {
        running.awaitIdle(GOODBYE);
        running.close();
    }
}

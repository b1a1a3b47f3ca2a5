package wormhole.shell.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import wormhole.engine.ClientSettings;
import wormhole.engine.CodePrompt;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WormholeClient;
import wormhole.engine.code.ServerAddress;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.engine.transit.RelayAddresses;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.Waits;
import wormhole.spi.ErrorCode;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.RelayAddress;
import wormhole.spi.WormholeException;

/** Makes clients as the options of a command line want them. */
public final class Clients {
    private final PluginRegistry plugins;
    private final CodePrompt prompt;

    public Clients(PluginRegistry plugins, CodePrompt prompt) {
        this.plugins = plugins;
        this.prompt = prompt;
    }

    /** A client by the global options, and by those of transfers where a command has them. */
    public WormholeClient client(OptionValues options) throws WormholeException {
        return client(settings(options), options);
    }

    /** A client with settings of its own, that waits as the options want. */
    WormholeClient client(ClientSettings settings, OptionValues options) throws WormholeException {
        return new WormholeClient(plugins, settings, prompt, Waits.limits(options));
    }

    /** The settings that the options want. */
    public static ClientSettings settings(OptionValues options) throws WormholeException {
        ClientSettings settings = ClientSettings.defaults()
                .withTransit(policy(options))
                .withListening(options.toggle(TransferOptions.LISTEN.key()).orElse(true));
        if (options.text(GlobalOptions.RELAY_URL.key()).isPresent()) {
            settings = settings.withMailboxServer(
                    mailboxServer(options.text(GlobalOptions.RELAY_URL.key()).get()));
        }
        if (options.text(GlobalOptions.APP_ID.key()).isPresent()) {
            settings =
                    settings.withAppId(options.text(GlobalOptions.APP_ID.key()).get());
        }
        List<String> relays = options.all(GlobalOptions.TRANSIT_HELPER.key());
        return relays.isEmpty() ? settings : settings.withRelays(relays(relays));
    }

    private static TransitPolicy policy(OptionValues options) {
        return switch (options.text(TransferOptions.TRANSIT.key()).orElse("auto")) {
            case "direct" -> TransitPolicy.DIRECT;
            case "relay" -> TransitPolicy.RELAY;
            default -> TransitPolicy.AUTO;
        };
    }

    /** Fails if the values of an option are to be addresses of servers, and are none. */
    public static void checkAddresses(Option option, List<String> values) throws WormholeException {
        if (option.key().equals(GlobalOptions.RELAY_URL.key())) {
            for (String value : values) {
                var unused = mailboxServer(value);
            }
        } else if (option.key().equals(GlobalOptions.TRANSIT_HELPER.key())) {
            var unused = relays(values);
        }
    }

    private static URI mailboxServer(String text) throws WormholeException {
        return ServerAddress.webSocket(text)
                .orElseThrow(() -> new WormholeException(
                                ErrorCode.USAGE,
                                "'" + ServerAddress.shown(text) + "' is no address of a mailbox server")
                        .withHint("Give one such as ws://localhost:4000/v1."));
    }

    private static List<RelayAddress> relays(List<String> texts) throws WormholeException {
        List<RelayAddress> relays = new ArrayList<>();
        for (String text : texts) {
            if (!text.isBlank()) {
                relays.add(RelayAddresses.parse(text));
            }
        }
        return relays;
    }
}

package wormhole.plugin.server;

import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wormhole.plugin.server.mailbox.Limits;
import wormhole.plugin.server.mailbox.MailboxServer;
import wormhole.plugin.server.mailbox.WelcomeText;
import wormhole.plugin.server.net.EventLoop;
import wormhole.plugin.server.websocket.SocketLimits;
import wormhole.plugin.server.websocket.WebSocketEndpoint;
import wormhole.spi.HostedService;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.WormholeException;

/** The mailbox server. */
final class MailboxService implements HostedService {
    private static final String NAME = "mailbox server";
    private static final String PATH = "/v1";
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);
    private static final SocketLimits LIMITS =
            new SocketLimits(MailboxServer.MAX_FRAME_BYTES, 2 * MailboxServer.MAX_FRAME_BYTES, 10_000);

    @Override
    public String id() {
        return "mailbox";
    }

    @Override
    public String summary() {
        return "A mailbox server, where two clients meet by nameplate and exchange their first messages";
    }

    @Override
    public List<Option> options() {
        return List.of(
                ServerOptions.HOST,
                ServerOptions.MAILBOX_PORT,
                ServerOptions.DATABASE,
                ServerOptions.MOTD,
                ServerOptions.ADVERTISE_VERSION,
                ServerOptions.SIGNAL_ERROR,
                ServerOptions.DISALLOW_LIST);
    }

    @Override
    public RunningService start(ServiceContext context) throws WormholeException {
        OptionValues options = context.options();
        ListenAddress address = ListenAddress.from(options, ServerOptions.MAILBOX_PORT.key());
        EventLoop loop = EventLoop.start(NAME, System::nanoTime);
        List<Runnable> stops = new ArrayList<>(List.of(loop::close));
        try {
            MailboxStore store = MailboxStore.open(options, loop::execute, new StoreFailureReport(context.ui()));
            stops.add(store.closing());
            MailboxServer mailboxes = mailboxServer(options, store);
            ServerSocketChannel channel = address.bind(NAME);
            WebSocketEndpoint endpoint = WebSocketEndpoint.open(
                    loop, channel, PATH, LIMITS, connection -> MailboxSocket.accept(mailboxes, connection));
            loop.every(MailboxServer.PRUNE_INTERVAL, mailboxes::prune);
            loop.every(SWEEP_INTERVAL, mailboxes::dropUnbound);
            stops.add(0, endpoint::close);
            // What was asked for before is done and answered before anybody hears goodbye.
            stops.add(0, store.closing());
            return new Running(Map.of("mailbox", "ws://" + address.reachableAt(channel) + PATH), stops);
        } catch (WormholeException | RuntimeException e) {
            stops.forEach(Runnable::run);
            throw e;
        }
    }

    private static MailboxServer mailboxServer(OptionValues options, MailboxStore store) {
        WelcomeText welcome = new WelcomeText(
                options.text(ServerOptions.MOTD.key()),
                options.text(ServerOptions.ADVERTISE_VERSION.key()),
                options.text(ServerOptions.SIGNAL_ERROR.key()));
        return new MailboxServer(
                welcome,
                !options.flag(ServerOptions.DISALLOW_LIST.key()),
                store.channels(),
                store.turns(),
                Limits.forMemory(Runtime.getRuntime().maxMemory()),
                Clock.systemUTC(),
                new SecureRandom());
    }
}

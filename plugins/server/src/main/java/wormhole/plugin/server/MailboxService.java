package wormhole.plugin.server;

import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import wormhole.plugin.server.mailbox.MailboxServer;
import wormhole.plugin.server.mailbox.Rules;
import wormhole.plugin.server.mailbox.UsageRecord;
import wormhole.plugin.server.mailbox.WelcomeText;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.plugin.server.net.EventLoop;
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
    private static final String SORRY = "{\"type\":\"welcome\",\"welcome\":{\"error\":"
            + "\"too many connections from your address, try again later\"}}";

    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(2);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);

    private final Metrics metrics;

    MailboxService(Metrics metrics) {
        this.metrics = metrics;
    }

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
        List<Option> options = new ArrayList<>(List.of(
                ServerOptions.HOST,
                ServerOptions.MAILBOX_PORT,
                ServerOptions.DATABASE,
                ServerOptions.MOTD,
                ServerOptions.ADVERTISE_VERSION,
                ServerOptions.SIGNAL_ERROR,
                ServerOptions.DISALLOW_LIST,
                ServerOptions.USAGE_LOG,
                ServerOptions.BLUR_USAGE,
                ServerOptions.TLS_CERT,
                ServerOptions.TLS_KEY));
        options.addAll(ProxyOptions.OPTIONS);
        options.addAll(LimitOptions.forConnections());
        options.addAll(LimitOptions.forMailboxes());
        return options;
    }

    @Override
    public RunningService start(ServiceContext context) throws WormholeException {
        ListenAddress address = ListenAddress.from(context.options(), ServerOptions.MAILBOX_PORT.key());
        EventLoop loop = EventLoop.start(NAME, System::nanoTime);
        List<Runnable> stops = new ArrayList<>(List.of(loop::close));
        try {
            Entrance entrance = Entrance.open(context, loop, NAME);
            stops.add(entrance::close);
            MailboxStore store =
                    MailboxStore.open(context.options(), loop::execute, new StoreFailureReport(context.ui(), metrics));
            stops.add(store.closing());
            MailboxServer mailboxes = mailboxServer(context.options(), store);
            store.watching().accept(mailboxes);
            ServerSocketChannel channel = address.bind(NAME);
            WebSocketEndpoint endpoint = serve(context.options(), loop, entrance, channel, mailboxes);
            stops.add(0, endpoint::close);
            // What was asked for before is done and answered before anybody hears goodbye.
            stops.add(0, store.closing());
            return new Running(
                    Map.of("mailbox", entrance.scheme() + "://" + address.reachableAt(channel) + PATH),
                    endpoint::whenIdle,
                    stops);
        } catch (WormholeException | RuntimeException e) {
            stops.forEach(Runnable::run);
            throw e;
        }
    }

    private WebSocketEndpoint serve(
            OptionValues options,
            EventLoop loop,
            Entrance entrance,
            ServerSocketChannel channel,
            MailboxServer mailboxes)
            throws WormholeException {
        WebSocketEndpoint endpoint = entrance.listen(
                channel,
                PATH,
                LimitOptions.sockets(options),
                SORRY,
                socket -> MailboxSocket.welcome(mailboxes, socket));
        loop.every(MailboxServer.PRUNE_INTERVAL, mailboxes::prune);
        loop.every(SWEEP_INTERVAL, mailboxes::dropUnbound);
        loop.every(COUNT_INTERVAL, () -> mailboxes.count(metrics::mailboxesAre));
        return endpoint;
    }

    private MailboxServer mailboxServer(OptionValues options, MailboxStore store) throws WormholeException {
        WelcomeText welcome = new WelcomeText(
                options.text(ServerOptions.MOTD.key()),
                options.text(ServerOptions.ADVERTISE_VERSION.key()),
                options.text(ServerOptions.SIGNAL_ERROR.key()));
        Rules rules = new Rules(
                welcome,
                !options.flag(ServerOptions.DISALLOW_LIST.key()),
                LimitOptions.mailboxes(options, store.inMemory()),
                LimitOptions.permission(options));
        return new MailboxServer(
                rules, store.channels(), store.turns(), usageListener(options), Clock.systemUTC(), new SecureRandom());
    }

    private Consumer<UsageRecord> usageListener(OptionValues options) throws WormholeException {
        Consumer<UsageRecord> counter = usage -> metrics.used(usage.kind(), usage.result());
        Optional<UsageLog> log = UsageLog.from(options);
        return log.isEmpty() ? counter : counter.andThen(log.get()::write);
    }
}

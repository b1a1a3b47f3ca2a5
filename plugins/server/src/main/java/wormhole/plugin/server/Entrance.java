package wormhole.plugin.server;

import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import wormhole.plugin.server.net.AddressGate;
import wormhole.plugin.server.net.ChannelAcceptor;
import wormhole.plugin.server.net.EventLoop;
import wormhole.plugin.server.proxy.ProxyHeaderAcceptor;
import wormhole.plugin.server.tls.CertificateFiles;
import wormhole.plugin.server.tls.TlsAcceptor;
import wormhole.plugin.server.tls.WatchedCertificate;
import wormhole.plugin.server.websocket.SocketAcceptor;
import wormhole.plugin.server.websocket.SocketLimits;
import wormhole.plugin.server.websocket.WebSocketEndpoint;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.ServiceContext;
import wormhole.spi.WormholeException;

/** The way into a service: how many may come, who a proxy says they are, and TLS. */
final class Entrance implements AutoCloseable {
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);
    private static final long CERTIFICATE_SECONDS = 5;

    private final EventLoop loop;
    private final ProxyOptions proxies;
    private final AddressGate gate;
    private final Optional<WatchedCertificate> certificate;
    private final List<Runnable> closing = new ArrayList<>();

    private Entrance(EventLoop loop, ProxyOptions proxies, AddressGate gate, Optional<WatchedCertificate> certificate) {
        this.loop = loop;
        this.proxies = proxies;
        this.gate = gate;
        this.certificate = certificate;
        loop.every(SWEEP_INTERVAL, gate::forgetTheInnocent);
        certificate.ifPresent(this::watch);
    }

    /**
     * Reads the options; whatever ports are opened then is on the loop.
     *
     * @param service for messages, such as {@code mailbox server}
     */
    static Entrance open(ServiceContext context, EventLoop loop, String service) throws WormholeException {
        OptionValues options = context.options();
        ProxyOptions proxies = ProxyOptions.from(options);
        Optional<CertificateFiles> files = certificateFiles(options);
        Optional<WatchedCertificate> certificate = Optional.empty();
        if (files.isPresent()) {
            certificate = Optional.of(new WatchedCertificate(files.get(), service, context.ui(), Clock.systemUTC()));
        }
        return new Entrance(loop, proxies, LimitOptions.gate(options, proxies.trusted()), certificate);
    }

    private static Optional<CertificateFiles> certificateFiles(OptionValues options) throws WormholeException {
        Optional<Path> chain = options.path(ServerOptions.TLS_CERT.key());
        Optional<Path> key = options.path(ServerOptions.TLS_KEY.key());
        if (chain.isEmpty() && key.isPresent()) {
            throw new WormholeException(ErrorCode.USAGE, "--tls-key is of no use without --tls-cert")
                    .withHint("Give both; they may name the same file.");
        }
        // A file with both is common.
        return chain.map(path -> new CertificateFiles(path, key.orElse(path)));
    }

    /** The files may be on a disk that is slow, or away. */
    private void watch(WatchedCertificate watched) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "certificate watch");
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleWithFixedDelay(
                watched::check, CERTIFICATE_SECONDS, CERTIFICATE_SECONDS, TimeUnit.SECONDS);
        closing.add(thread::shutdownNow);
    }

    /** {@code wss} or {@code ws}. */
    String scheme() {
        return certificate.isPresent() ? "wss" : "ws";
    }

    /** Opens a port where bytes are spoken, always in the clear. */
    void listen(ServerSocketChannel channel, int maxConnections, ChannelAcceptor acceptor) throws WormholeException {
        loop.listen(channel, maxConnections, gate, behindProxy(proxies.header().onTcp(), acceptor));
    }

    /**
     * Opens a port where WebSockets are spoken.
     *
     * @param path such as {@code /v1}, or {@link WebSocketEndpoint#ANY_PATH}
     * @param sorry said to whom is turned away, empty for nothing
     */
    WebSocketEndpoint listen(
            ServerSocketChannel channel, String path, SocketLimits limits, String sorry, SocketAcceptor acceptor)
            throws WormholeException {
        Reception reception = new Reception(proxies.trusted(), proxies.clientHeader(), gate, sorry, acceptor);
        WebSocketEndpoint endpoint = WebSocketEndpoint.on(loop, path, limits, reception);
        loop.listen(
                channel,
                limits.connections(),
                gate,
                behindProxy(proxies.header().onWebSocket(), secured(endpoint)));
        return endpoint;
    }

    private ChannelAcceptor behindProxy(boolean header, ChannelAcceptor acceptor) {
        return header ? new ProxyHeaderAcceptor(loop, proxies.trusted(), gate, acceptor) : acceptor;
    }

    private ChannelAcceptor secured(ChannelAcceptor acceptor) {
        if (certificate.isEmpty()) {
            return acceptor;
        }
        TlsAcceptor tls = new TlsAcceptor(loop, certificate.get()::context, acceptor);
        closing.add(tls::close);
        return tls;
    }

    /** Stops what goes on beside the loop, which has to be closed too. */
    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}

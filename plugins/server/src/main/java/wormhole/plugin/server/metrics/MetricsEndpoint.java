package wormhole.plugin.server.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the figures can be read over HTTP: {@code /metrics}, {@code /health}, and a page at {@code /}. */
public final class MetricsEndpoint implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final int BACKLOG = 16;

    private final Metrics metrics;
    private final HttpServer server;
    private final ExecutorService thread;

    private MetricsEndpoint(Metrics metrics, HttpServer server, ExecutorService thread) {
        this.metrics = metrics;
        this.server = server;
        this.thread = thread;
    }

    /** Begins to answer. */
    public static MetricsEndpoint open(Metrics metrics, InetSocketAddress address) throws IOException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "metrics");
            made.setDaemon(true);
            return made;
        });
        try {
            HttpServer server = HttpServer.create(address, BACKLOG);
            MetricsEndpoint endpoint = new MetricsEndpoint(metrics, server, thread);
            server.setExecutor(thread);
            server.createContext("/", endpoint::answer);
            server.start();
            return endpoint;
        } catch (IOException e) {
            thread.shutdown();
            throw e;
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                reply(exchange, NOT_ALLOWED, "text/plain", "only GET\n".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> reply(exchange, OK, PrometheusTextFormatWriter.CONTENT_TYPE, figures());
                case "/health" -> health(exchange);
                case "/" -> reply(exchange, OK, "text/html; charset=utf-8", page());
                default -> reply(exchange, NOT_FOUND, "text/plain", new byte[0]);
            }
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        boolean healthy = metrics.isHealthy();
        String body = healthy ? "ok\n" : "the mailbox server cannot store anything\n";
        reply(exchange, healthy ? OK : UNAVAILABLE, "text/plain", body.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] figures() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, metrics.registry().scrape());
        return out.toByteArray();
    }

    private static byte[] page() throws IOException {
        try (InputStream page = MetricsEndpoint.class.getResourceAsStream("status.html")) {
            if (page == null) {
                throw new IOException("the page is missing");
            }
            return page.readAllBytes();
        }
    }

    private static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdown();
    }
}

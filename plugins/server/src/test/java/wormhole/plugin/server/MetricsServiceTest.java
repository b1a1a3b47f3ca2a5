package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.spi.ErrorCode;
import wormhole.spi.RunningService;
import wormhole.spi.WormholeException;

class MetricsServiceTest {
    private final Metrics metrics = new Metrics();
    private RunningService service;

    @BeforeEach
    void start() throws WormholeException {
        service = StartedService.start(new MetricsService(metrics), "metrics-port", "0");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsItsFiguresToPrometheus() throws IOException, InterruptedException {
        metrics.mailboxesAre(3, 4096, 7);
        metrics.used("mailbox", "happy");
        metrics.relayed(1000);
        metrics.relayEnded("jilted");

        HttpResponse<String> answer = get("metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body().lines())
                .contains(
                        "wormhole_mailbox_clients 7.0",
                        "wormhole_mailbox_mailboxes 3.0",
                        "wormhole_mailbox_usage_total{kind=\"mailbox\",result=\"happy\"} 1.0",
                        "wormhole_relay_bytes_total 1000.0",
                        "wormhole_relay_connections_total{mood=\"jilted\"} 1.0");
    }

    @Test
    void isUnhealthyFromAFailedCommitToOneThatWorks() throws IOException, InterruptedException {
        assertThat(get("health").statusCode()).isEqualTo(200);

        metrics.storeFailed();
        assertThat(get("health").statusCode()).isEqualTo(503);

        metrics.used("mailbox", "happy");
        assertThat(get("health").statusCode()).isEqualTo(200);
    }

    @Test
    void hasAPageThatNeedsNothingFromElsewhere() throws IOException, InterruptedException {
        HttpResponse<String> page = get("");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("Wormhole servers")
                .doesNotContain("https:")
                .doesNotContain("src=");
    }

    @Test
    void offersNothingElse() throws IOException, InterruptedException {
        assertThat(get("secrets").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(URI.create(service.endpoints().get("metrics")))
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void staysSilentUnlessAsked() throws WormholeException {
        assertThat(StartedService.start(new MetricsService(metrics)).endpoints())
                .isEmpty();
    }

    @Test
    void namesAPortThatIsInUse() {
        String taken =
                Integer.toString(URI.create(service.endpoints().get("metrics")).getPort());

        assertThatThrownBy(() -> StartedService.start(new MetricsService(metrics), "metrics-port", taken))
                .asInstanceOf(type(WormholeException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.ADDRESS_UNUSABLE));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(service.endpoints().get("metrics") + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}

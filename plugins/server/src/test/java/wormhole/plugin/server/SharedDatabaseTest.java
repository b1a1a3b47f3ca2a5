package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.plugin.server.websocket.WebSocketPeer;
import wormhole.spi.ErrorCode;
import wormhole.spi.RunningService;
import wormhole.spi.WormholeException;

/** Several servers on one real PostgreSQL: clients must not notice which of them they talk to. */
class SharedDatabaseTest {
    private static EmbeddedPostgres postgres;
    private static String database;

    @BeforeAll
    static void startPostgres() throws IOException {
        // The machine may be busy, and need not know the locale that its environment names.
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setLocaleConfig("locale", "C")
                .start();
        database = postgres.getJdbcUrl("postgres", "postgres");
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void clientsMeetAcrossServers() throws WormholeException, InterruptedException {
        RunningService one = start();
        RunningService two = start();
        try (WebSocketPeer a = bound(one, "a", "across");
                WebSocketPeer b = bound(two, "b", "across")) {
            String nameplate = value(say(a, "{'type':'allocate'}").hear("allocated"), "nameplate");
            String claim = "{'type':'claim','nameplate':'" + nameplate + "'}";
            String mailbox = value(say(a, claim).hear("claimed"), "mailbox");
            assertThat(value(say(b, claim).hear("claimed"), "mailbox")).isEqualTo(mailbox);
            String open = "{'type':'open','mailbox':'" + mailbox + "'}";
            say(a, open);
            say(a, "{'type':'add','phase':'pake','body':'aa'}");
            say(b, open);

            assertThat(value(b.hear("message"), "body")).isEqualTo("aa");
            for (int i = 0; i < 20; i++) {
                say(b, "{'type':'add','phase':'b" + i + "','body':'bb'}");
                a.hear("\"b" + i + "\"");
                say(a, "{'type':'add','phase':'a" + i + "','body':'bb'}");
                b.hear("\"a" + i + "\"");
            }
            say(a, "{'type':'close','mood':'happy'}").hear("closed");
            say(b, "{'type':'close','mood':'happy'}").hear("closed");
        } finally {
            one.close();
            two.close();
        }
    }

    @Test
    void aClientOfAKilledServerGoesOnAtAnother() throws IOException, InterruptedException {
        try (ServerProcess doomed = ServerProcess.start("database", database);
                ServerProcess second = ServerProcess.start("database", database);
                ServerProcess third = ServerProcess.start("database", database);
                WebSocketPeer b = bound(third.url(), "b", "killed")) {
            WebSocketPeer a = bound(doomed.url(), "a", "killed");
            say(a, "{'type':'open','mailbox':'m'}");
            say(b, "{'type':'open','mailbox':'m'}");
            say(a, "{'type':'add','phase':'1','body':'aa'}").hear("\"phase\":\"1\"");
            b.hear("\"phase\":\"1\"");

            doomed.kill();
            a.hear(WebSocketPeer.CLOSED);

            try (WebSocketPeer again = bound(second.url(), "a", "killed")) {
                say(again, "{'type':'open','mailbox':'m'}");
                assertThat(again.hear("message")).contains("\"phase\":\"1\"");
                say(again, "{'type':'add','phase':'2','body':'aa'}");
                b.hear("\"phase\":\"2\"");
                say(b, "{'type':'add','phase':'3','body':'bb'}");
                again.hear("\"phase\":\"3\"");
            }
        }
    }

    @Test
    void serversNeverGiveOutANameplateTwice() throws WormholeException, InterruptedException {
        List<RunningService> servers = List.of(start(), start(), start());
        List<WebSocketPeer> peers = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                peers.add(bound(servers.get(i % servers.size()), "s" + i, "many"));
            }
            peers.forEach(peer -> say(peer, "{'type':'allocate'}"));
            Set<String> names = new HashSet<>();
            for (WebSocketPeer peer : peers) {
                names.add(value(peer.hear("allocated"), "nameplate"));
            }

            assertThat(names).hasSize(peers.size());
        } finally {
            peers.forEach(WebSocketPeer::close);
            servers.forEach(RunningService::close);
        }
    }

    @Test
    void saysWhenTheDatabaseCannotBeReachedAndNeverItsAddress() {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret";

        assertThatThrownBy(() -> StartedService.start(
                        new MailboxService(new Metrics()), "mailbox-port", "0", "database", nowhere))
                .asInstanceOf(type(WormholeException.class))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
                    assertThat(e.messageText()).contains("cannot be reached").doesNotContain("secret");
                });
    }

    private static RunningService start() throws WormholeException {
        return StartedService.start(new MailboxService(new Metrics()), "mailbox-port", "0", "database", database);
    }

    private static WebSocketPeer bound(RunningService server, String side, String appId) {
        return bound(server.endpoints().get("mailbox"), side, appId);
    }

    private static WebSocketPeer bound(String url, String side, String appId) {
        return say(new WebSocketPeer(url), "{'type':'bind','appid':'" + appId + "','side':'" + side + "'}");
    }

    private static WebSocketPeer say(WebSocketPeer peer, String json) {
        return peer.say(json.replace('\'', '"'));
    }

    private static String value(String json, String key) {
        String from = json.substring(json.indexOf("\"" + key + "\":\"") + key.length() + 4);
        return from.substring(0, from.indexOf('"'));
    }
}

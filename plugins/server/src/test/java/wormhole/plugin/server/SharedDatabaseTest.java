package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
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
    private static final int BREAKS = 12;
    private static final int MESSAGES_A_BREAK = 20;

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
    void hearsWhatItWasToldWhileItsConnectionToTheDatabaseWasBroken() throws Exception {
        try (RunningService one = start();
                RunningService two = start();
                StubbornClient speaker = new StubbornClient(url(one), "a", "told");
                StubbornClient listener = new StubbornClient(url(two), "b", "told")) {
            speaker.add(0);
            listener.awaitMessage("a", 0);
            breakConnections("query NOT LIKE 'LISTEN%'");

            speaker.add(1);

            listener.awaitMessage("a", 1);
        }
    }

    @Test
    void losesNothingWhenConnectionsToTheDatabaseBreakAgainAndAgain() throws Exception {
        Random random = new Random(5);
        try (RunningService one = start();
                RunningService two = start();
                StubbornClient speaker = new StubbornClient(url(one), "a", "again");
                StubbornClient listener = new StubbornClient(url(two), "b", "again")) {
            for (int round = 0; round < BREAKS; round++) {
                Thread adding = new Thread(() -> speaker.add(speaker.echoed(), MESSAGES_A_BREAK), "speaker");
                adding.start();
                // Not a wait for something: the moment is to be a random one.
                Thread.sleep(random.nextInt(30));
                breakConnections(random.nextBoolean() ? "true" : "query NOT LIKE 'LISTEN%'");
                adding.join();
                listener.awaitMessage("a", speaker.echoed() - 1);
            }
            assertThat(speaker.echoed()).isEqualTo(BREAKS * MESSAGES_A_BREAK);
            try (StubbornClient late = new StubbornClient(url(two), "b", "again")) {
                late.awaitMessage("a", speaker.echoed() - 1);
                assertThat(late.heardFrom("a"))
                        .isEqualTo(IntStream.range(0, speaker.echoed()).boxed().toList());
            }
        }
    }

    @Test
    void turnsClientsAwayWhileTheDatabaseIsAwayAndServesThemOnceItIsBack() throws Exception {
        execute("CREATE DATABASE away");
        try (RunningService server = StartedService.start(
                        new MailboxService(new Metrics()),
                        "mailbox-port",
                        "0",
                        "database",
                        postgres.getJdbcUrl("postgres", "away"));
                StubbornClient client = new StubbornClient(url(server), "a", "m")) {
            client.add(0);
            execute("ALTER DATABASE away ALLOW_CONNECTIONS false");
            breakConnections("datname = 'away'");
            try (WebSocketPeer unlucky = bound(server, "b", "app")) {
                say(unlucky, "{'type':'claim','nameplate':'4'}");
                assertThat(unlucky.hear(WebSocketPeer.CLOSED)).isNotEmpty();
            }

            execute("ALTER DATABASE away ALLOW_CONNECTIONS true");

            client.add(1);
            assertThat(client.heardFrom("a")).containsExactly(0, 1);
        }
    }

    /** As the end of the database, of a proxy before it or of the network would. */
    private static void breakConnections(String which) throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wormhole' AND "
                + which);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(RunningService server) {
        return server.endpoints().get("mailbox");
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

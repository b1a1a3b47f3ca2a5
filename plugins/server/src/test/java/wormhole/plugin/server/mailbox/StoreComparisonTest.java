package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.plugin.server.database.DatabaseStore;
import wormhole.spi.WormholeException;

/** Has the same random conversations with a server in memory and with one on a database: nobody may notice a difference. */
class StoreComparisonTest {
    private static final int STEPS = 600;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDatabaseAnswersLikeMemory(long seed) throws WormholeException {
        List<String> inMemory = converse(new MemoryStore(), seed);
        try (DatabaseStore database = DatabaseStore.file(folder.resolve("db"))) {
            List<String> inDatabase = converse(database, seed);

            assertThat(inDatabase).isEqualTo(inMemory);
        }
    }

    private static List<String> converse(ChannelStore store, long seed) {
        TestServer.TestClock clock = new TestServer.TestClock();
        List<String> heard = new ArrayList<>();
        List<String> usage = new ArrayList<>();
        MailboxServer server = new MailboxServer(
                TestServer.rules(TestServer.SMALL),
                store,
                Turns.atOnce(),
                record -> usage.add(record.toString()),
                clock,
                new Random(seed));
        Random random = new Random(seed);
        List<FakeClient> clients = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (clients.size() < 4) {
                clients.add(FakeClient.bound(server, pick(random, "a", "b", "c", "\u00e4\ud83d\ude00")));
            }
            int who = random.nextInt(clients.size());
            say(clients.get(who), random);
            clients.forEach(client -> heard.add(client.heard().toString()));
            if (random.nextInt(8) == 0) {
                clients.remove(who).hangUp();
            }
            if (random.nextInt(20) == 0) {
                clock.pass(Duration.ofMinutes(random.nextInt(12)));
                server.prune();
            }
            heard.add(store.mailboxCount() + " " + store.messageBytes() + " " + store.appIds());
            store.commit();
        }
        // Those that are forgotten at the same moment have no order.
        usage.sort(null);
        heard.addAll(usage);
        return heard;
    }

    private static void say(FakeClient client, Random random) {
        String id = pick(random, "m", "n", "o\u00f6", "p", "q");
        String nameplate = pick(random, "1", "2", "03");
        switch (random.nextInt(9)) {
            case 0 -> client.say("allocate", "id", random.nextLong());
            case 1 -> client.say("claim", "nameplate", nameplate);
            case 2 -> client.say("release");
            case 3 -> client.say("release", "nameplate", nameplate);
            case 4 -> client.say("open", "mailbox", id);
            case 5 -> client.say("close", "mailbox", id, "mood", pick(random, "happy", "lonely", "scary"));
            case 6 -> client.say("list");
            default ->
                client.say("add", "phase", "p", "body", "0".repeat(random.nextInt(3000)), "id", pick(random, "x", "1"));
        }
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}

package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MailboxPropertiesTest {
    /** One client's next step. */
    record Step(int client, String command) {}

    @Property(tries = 300)
    void answersWhateverThreeClientsSayInAnyOrder(@ForAll("steps") List<Step> steps) {
        TestServer server = new TestServer(TestServer.SMALL);
        List<FakeClient> clients = new ArrayList<>();
        for (String side : List.of("a", "b", "c")) {
            clients.add(server.bound(side));
        }
        for (Step step : steps) {
            FakeClient client = clients.get(step.client());
            client.sayRaw(step.command());
            JsonNode first = client.heard().get(0);
            assertThat(first.path("type").asText()).isEqualTo("ack");
        }
        clients.forEach(FakeClient::hangUp);
        server.clock.pass(Duration.ofMinutes(12));
        server.mailboxes.prune();
        assertThat(server.store.appIds()).isEmpty();
        assertThat(server.store.mailboxCount()).isZero();
        assertThat(server.store.messageBytes()).isZero();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> commands = Arbitraries.of(
                "{\"type\":\"list\"}",
                "{\"type\":\"allocate\"}",
                "{\"type\":\"claim\",\"nameplate\":\"1\"}",
                "{\"type\":\"claim\",\"nameplate\":\"2\"}",
                "{\"type\":\"release\"}",
                "{\"type\":\"release\",\"nameplate\":\"1\"}",
                "{\"type\":\"open\",\"mailbox\":\"m\"}",
                "{\"type\":\"open\",\"mailbox\":\"n\"}",
                "{\"type\":\"add\",\"phase\":\"0\",\"body\":\"00\"}",
                "{\"type\":\"close\"}",
                "{\"type\":\"close\",\"mailbox\":\"n\",\"mood\":\"scary\"}");
        Arbitrary<Step> step = Arbitraries.integers()
                .between(0, 2)
                .flatMap(client -> commands.map(command -> new Step(client, command)));
        return step.list().ofMaxSize(40);
    }
}

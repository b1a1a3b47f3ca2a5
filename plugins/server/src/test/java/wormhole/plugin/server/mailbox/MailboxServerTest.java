package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxServerTest {
    private final TestServer server = new TestServer();

    @Test
    void welcomesWithTheClientsAddressAndWhatItKnowsBesides() {
        JsonNode welcome = new FakeClient(server.mailboxes).answer("welcome").path("welcome");

        assertThat(welcome)
                .hasToString("{\"claim-peek\":true,\"your-address\":{\"port\":4242,\"ipv4\":\"192.0.2.7\"}}");
    }

    @Test
    void namesAnIpv6AddressAsSuch() {
        FakeClient client = new FakeClient(server.mailboxes, new ClientAddress("2001:db8::1", 1));

        assertThat(client.answer("welcome")
                        .path("welcome")
                        .path("your-address")
                        .path("ipv6")
                        .asText())
                .isEqualTo("2001:db8::1");
    }

    @Test
    void welcomesWithWhatTheOperatorSays() {
        WelcomeText text = new WelcomeText(Optional.of("hello"), Optional.of("9.9"), Optional.of("go away"));
        MailboxServer talking =
                new TestServer(new Rules(text, true, TestServer.SMALL, PermissionPolicy.NONE)).mailboxes;

        JsonNode welcome = new FakeClient(talking).answer("welcome").path("welcome");

        assertThat(welcome.path("motd").asText()).isEqualTo("hello");
        assertThat(welcome.path("current_cli_version").asText()).isEqualTo("9.9");
        assertThat(welcome.path("error").asText()).isEqualTo("go away");
    }

    @Test
    void prunesAMailboxAndItsNameplateElevenMinutesAfterTheirLastUse() {
        FakeClient a = server.bound("a");
        a.say("claim", "nameplate", "4").answer("claimed");
        server.clock.pass(Duration.ofMinutes(11).minusSeconds(1));
        server.mailboxes.prune();
        assertThat(server.store.mailboxCount()).isEqualTo(1);

        server.clock.pass(Duration.ofSeconds(1));
        server.mailboxes.prune();

        assertThat(server.store.mailboxCount()).isZero();
        assertThat(server.store.nameplates(FakeClient.APP)).isEmpty();
    }

    @Test
    void keepsAMailboxWhileSomebodyListensAndElevenMinutesLonger() {
        FakeClient a = server.bound("a").say("open", "mailbox", "m");
        server.clock.pass(Duration.ofDays(1));
        server.mailboxes.prune();
        assertThat(server.store.mailboxCount()).isEqualTo(1);

        a.hangUp();
        server.clock.pass(Duration.ofMinutes(10));
        server.mailboxes.prune();
        assertThat(server.store.mailboxCount()).isEqualTo(1);

        server.clock.pass(Duration.ofMinutes(1));
        server.mailboxes.prune();
        assertThat(server.store.mailboxCount()).isZero();
    }

    @Test
    void servesABoundClientWhoseAppWasPruned() {
        FakeClient a = server.bound("a");
        server.mailboxes.prune();
        FakeClient b = server.bound("b");

        a.say("open", "mailbox", "m");
        b.say("open", "mailbox", "m");
        a.say("add", "phase", "pake", "body", "00");

        assertThat(b.phases()).containsExactly("pake");
    }

    @Test
    void dropsWhoeverDoesNotBindWithinAMinute() {
        FakeClient silent = new FakeClient(server.mailboxes);
        FakeClient bound = server.bound("a");
        FakeClient gone = new FakeClient(server.mailboxes);
        gone.hangUp();
        server.clock.pass(Duration.ofSeconds(59));
        server.mailboxes.dropUnbound();
        assertThat(silent.dropped).isFalse();

        server.clock.pass(Duration.ofSeconds(1));
        server.mailboxes.dropUnbound();

        assertThat(silent.dropped).isTrue();
        assertThat(bound.dropped).isFalse();
        assertThat(gone.dropped).isFalse();
    }
}

package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is set, by hand or after a sleep: people who are connected must not notice. */
class ClockJumpTest {
    @ParameterizedTest
    @ValueSource(strings = {"P365D", "-P365D", "PT1H", "-PT1H"})
    void whoIsConnectedKeepsNameplateAndMailbox(String jump) {
        TestServer server = new TestServer();
        FakeClient one = server.bound("one");
        String mailbox = one.say("claim", "nameplate", "7")
                .answer("claimed")
                .path("mailbox")
                .asText();
        one.say("open", "mailbox", mailbox);

        server.clock.pass(Duration.parse(jump));
        server.mailboxes.prune();
        server.mailboxes.dropUnbound();

        FakeClient other = server.bound("other");
        assertThat(other.say("claim", "nameplate", "7")
                        .answer("claimed")
                        .path("mailbox")
                        .asText())
                .isEqualTo(mailbox);
        other.say("open", "mailbox", mailbox);
        assertThat(one.say("add", "phase", "pake", "body", "00").phases()).containsExactly("pake");
        assertThat(other.heard("message")).hasSize(1);
        assertThat(one.dropped).isFalse();
    }
}

package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    private final TestServer server = new TestServer();
    private final Instant start = server.clock.instant();

    @Test
    void tellsHowANameplateAndItsMailboxWereUsed() {
        FakeClient a = server.bound("a").say("claim", "nameplate", "4");
        server.clock.pass(Duration.ofSeconds(3));
        FakeClient b = server.bound("b").say("claim", "nameplate", "4");
        String mailbox = b.answer("claimed").path("mailbox").asText();
        a.say("release");
        b.say("release");
        server.clock.pass(Duration.ofSeconds(2));
        a.say("close", "mailbox", mailbox, "mood", "happy");
        b.say("close", "mailbox", mailbox, "mood", "happy");

        Optional<Duration> waiting = Optional.of(Duration.ofSeconds(3));
        assertThat(server.usage)
                .containsExactly(
                        new UsageRecord("nameplate", FakeClient.APP, start, waiting, Duration.ofSeconds(3), "happy"),
                        new UsageRecord("mailbox", FakeClient.APP, start, waiting, Duration.ofSeconds(5), "happy"));
    }

    @ParameterizedTest
    @CsvSource({"happy, lonely, lonely", "errory, lonely, errory", "scary, errory, scary", "happy, , happy"})
    void theWorstMoodIsTheResult(String moodOfA, String moodOfB, String result) {
        FakeClient a = server.bound("a").say("open", "mailbox", "m");
        FakeClient b = server.bound("b").say("open", "mailbox", "m");
        a.say("close", "mood", moodOfA);
        b.say("close", "mood", moodOfB);

        assertThat(server.usage).extracting(UsageRecord::result).containsExactly(result);
    }

    @Test
    void aMailboxWithOneSideIsLonely() {
        server.bound("a").say("close", "mailbox", "m", "mood", "happy");

        assertThat(server.usage).extracting(UsageRecord::result).containsExactly("lonely");
    }

    @Test
    void whatWasForgottenForItsAgeIsPruney() {
        FakeClient a = server.bound("a").say("claim", "nameplate", "4");
        a.hangUp();
        server.clock.pass(Duration.ofMinutes(11));
        server.mailboxes.prune();

        assertThat(server.usage).extracting(UsageRecord::result).containsExactly("pruney", "pruney");
    }

    @Test
    void threeSidesAreCrowded() {
        for (String side : new String[] {"a", "b", "c"}) {
            server.bound(side).say("open", "mailbox", "m").hangUp();
        }
        server.clock.pass(Duration.ofMinutes(11));
        server.mailboxes.prune();

        assertThat(server.usage).extracting(UsageRecord::result).containsExactly("crowded");
    }
}

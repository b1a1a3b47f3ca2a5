package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class MailboxDeskTest {
    private final TestServer server = new TestServer();

    @Test
    void tellsEveryListenerIncludingTheSender() {
        FakeClient a = open("a");
        FakeClient b = open("b");

        JsonNode echo =
                a.say("add", "phase", "pake", "body", "c0de", "id", "77").answer("message");

        assertThat(echo.path("side").asText()).isEqualTo("a");
        assertThat(echo.path("phase").asText()).isEqualTo("pake");
        assertThat(echo.path("body").asText()).isEqualTo("c0de");
        assertThat(echo.path("id").asText()).isEqualTo("77");
        assertThat(echo.path("server_rx").asDouble()).isEqualTo(1767323045.25);
        assertThat(b.answer("message")).isEqualTo(echo);
    }

    @Test
    void tellsALatecomerEverythingInOrder() {
        FakeClient a = open("a");
        add(a, "pake", "version", "0");

        assertThat(open("b").phases()).containsExactly("pake", "version", "0");
    }

    @Test
    void tellsTheSameSideEverythingAgainAfterAReconnect() {
        FakeClient a = open("a");
        add(a, "pake");
        a.hangUp();
        add(open("b"), "version");

        assertThat(open("a").phases()).containsExactly("pake", "version");
    }

    @Test
    void tellsNothingToAConnectionThatIsGone() {
        FakeClient a = open("a");
        a.hangUp();
        add(open("b"), "pake");

        assertThat(a.phases()).isEmpty();
    }

    @Test
    void tellsNothingAcrossApps() {
        FakeClient other = new FakeClient(server.mailboxes);
        other.say("bind", "appid", "other", "side", "a").say("open", "mailbox", "m");

        add(open("b"), "pake");

        assertThat(other.phases()).isEmpty();
    }

    @Test
    void forgetsAMailboxOnceEverySideClosedIt() {
        FakeClient a = open("a");
        FakeClient b = open("b");
        add(a, "pake");

        a.say("close", "mood", "happy").answer("closed");
        assertThat(server.store.mailboxCount()).isEqualTo(1);
        b.say("close", "mailbox", "m", "mood", "weird").answer("closed");

        assertThat(server.store.mailboxCount()).isZero();
        assertThat(server.store.messageBytes()).isZero();
        assertThat(open("c").phases()).isEmpty();
    }

    @Test
    void forgetsTheNameplateWithItsMailbox() {
        FakeClient a = server.bound("a");
        String mailbox = a.say("claim", "nameplate", "4")
                .answer("claimed")
                .path("mailbox")
                .asText();
        a.say("open", "mailbox", mailbox);

        a.say("close", "mood", "lonely").answer("closed");

        assertThat(a.say("list").answer("nameplates").path("nameplates")).isEmpty();
    }

    @Test
    void closesAMailboxThatWasOpenedOnAnEarlierConnection() {
        open("a").hangUp();

        server.bound("a").say("close", "mailbox", "m").answer("closed");

        assertThat(server.store.mailboxCount()).isZero();
    }

    @Test
    void closesAnUnknownMailboxWithoutLeavingATrace() {
        server.bound("a").say("close", "mailbox", "unknown").answer("closed");

        assertThat(server.store.mailboxCount()).isZero();
    }

    @Test
    void takesNothingMoreOnceTheMailboxIsGone() {
        FakeClient first = open("a");
        FakeClient second = open("a");
        second.say("close").answer("closed");

        assertThat(first.say("add", "phase", "pake", "body", "00").error())
                .isEqualTo("must open mailbox before adding");
    }

    @Test
    void keepsListenersWhenAThirdSideIsTurnedAway() {
        FakeClient a = open("a");
        open("b");
        FakeClient intruder = server.bound("c");
        assertThat(intruder.say("open", "mailbox", "m").error()).isEqualTo("crowded");

        add(a, "pake");

        assertThat(a.phases()).containsExactly("pake");
        assertThat(intruder.phases()).isEmpty();
    }

    @Test
    void handsASlowReaderOnlyWhatItReads() {
        FakeClient a = open("a");
        FakeClient slow = open("b");
        slow.hasRoom = false;
        add(a, "0", "1");
        assertThat(slow.phases()).isEmpty();

        slow.getRoom();
        add(a, "2");

        assertThat(slow.phases()).containsExactly("0", "1", "2");
    }

    @Test
    void refusesMoreThanAMailboxHolds() {
        TestServer small = new TestServer(TestServer.SMALL);
        FakeClient many = open(small, "m", "a");
        add(many, "0", "1", "2", "3", "4");
        assertThat(many.say("add", "phase", "5", "body", "").error()).isEqualTo("the mailbox is full");

        FakeClient large = open(small, "n", "a");
        large.say("add", "phase", "0", "body", "0".repeat(9000)).answer("message");
        assertThat(large.say("add", "phase", "1", "body", "0".repeat(1000)).error())
                .isEqualTo("the mailbox is full");

        assertThat(open(small, "o", "a")
                        .say("add", "phase", "0", "body", "0".repeat(6000))
                        .error())
                .isEqualTo("the server is full, try again later");
    }

    @Test
    void refusesMoreMailboxesThanTheServerHolds() {
        TestServer small = new TestServer(TestServer.SMALL);
        for (String mailbox : new String[] {"1", "2", "3", "4"}) {
            open(small, mailbox, "a");
        }
        String error = "the server has too many mailboxes, try again later";

        assertThat(small.bound("a").say("open", "mailbox", "5").error()).isEqualTo(error);
        assertThat(small.bound("a").say("allocate").error()).isEqualTo(error);
        assertThat(small.bound("a").say("list").answer("nameplates").path("nameplates"))
                .isEmpty();
    }

    private FakeClient open(String side) {
        return open(server, "m", side);
    }

    private static FakeClient open(TestServer server, String mailbox, String side) {
        FakeClient client = server.bound(side).say("open", "mailbox", mailbox);
        assertThat(client.heard("error")).isEmpty();
        return client;
    }

    private static void add(FakeClient client, String... phases) {
        for (String phase : phases) {
            client.say("add", "phase", phase, "body", "00").answer("message");
        }
    }
}

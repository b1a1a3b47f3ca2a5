package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class NameplateDeskTest {
    private final TestServer server = new TestServer();

    @Test
    void givesOutTheShortestFreeNameplates() {
        List<Integer> first =
                IntStream.range(0, 9).map(i -> allocate("s" + i)).boxed().toList();
        int tenth = allocate("s9");

        assertThat(first).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(tenth).isBetween(10, 99);
    }

    @Test
    void leadsBothSidesToTheSameMailbox() {
        FakeClient a = server.bound("a");
        String nameplate =
                a.say("allocate").answer("allocated").path("nameplate").asText();
        FakeClient b = server.bound("b");

        String ofA = claim(a, nameplate);
        String ofB = claim(b, nameplate);

        assertThat(ofA).isEqualTo(ofB).hasSize(13);
    }

    @Test
    void claimsANameplateThatNobodyAllocated() {
        assertThat(claim(server.bound("a"), "0123456789012345678901234567890123456789"))
                .isNotEmpty();
    }

    @Test
    void claimsAgainForTheSameSideAfterAReconnect() {
        FakeClient a = server.bound("a");
        String before = claim(a, "4");
        a.hangUp();

        assertThat(claim(server.bound("a"), "4")).isEqualTo(before);
    }

    @Test
    void showsTheFirstMessageToWhoeverAsksForItWithTheClaim() {
        FakeClient a = server.bound("a");
        String mailbox = claim(a, "4");
        a.say("open", "mailbox", mailbox);
        a.say("add", "phase", "pake", "body", "aa");
        a.say("add", "phase", "version", "body", "bb");

        FakeClient b = server.bound("b").say("claim", "nameplate", "4", "peek", true);
        assertThat(b.phases()).containsExactly("pake");
        assertThat(b.say("open", "mailbox", mailbox).phases()).containsExactly("pake", "version");
    }

    @Test
    void showsNothingWithAClaimToWhoeverDoesNotAsk() {
        FakeClient a = server.bound("a");
        a.say("open", "mailbox", claim(a, "4"));
        a.say("add", "phase", "pake", "body", "aa");

        assertThat(server.bound("b").say("claim", "nameplate", "4").phases()).isEmpty();
        assertThat(server.bound("c")
                        .say("claim", "nameplate", "4", "peek", true)
                        .phases())
                .isEmpty();
    }

    @Test
    void isFreeAgainOnceEverySideReleasedIt() {
        FakeClient a = server.bound("a");
        FakeClient b = server.bound("b");
        String before = claim(a, "4");
        claim(b, "4");

        a.say("release");
        assertThat(list(a)).containsExactly("4");
        b.say("release", "nameplate", "4").answer("released");

        assertThat(list(a)).isEmpty();
        assertThat(claim(server.bound("c"), "4")).isNotEqualTo(before);
    }

    @Test
    void releasesWithoutAClaimOnThisConnection() {
        claim(server.bound("a"), "4");

        FakeClient again = server.bound("a");
        again.say("release", "nameplate", "4").answer("released");

        assertThat(list(again)).isEmpty();
    }

    @Test
    void releasesNothingForAStranger() {
        claim(server.bound("a"), "4");

        FakeClient stranger = server.bound("x");
        stranger.say("release", "nameplate", "4").answer("released");

        assertThat(list(stranger)).containsExactly("4");
    }

    @Test
    void letsAClientTryAgainAfterAMalformedClaim() {
        FakeClient a = server.bound("a");
        a.say("claim", "nameplate", "four").error();

        assertThat(claim(a, "4")).isNotEmpty();
    }

    @Test
    void listsTheNameplatesOfItsAppOnly() {
        claim(server.bound("a"), "11");
        claim(server.bound("b"), "2");
        FakeClient other = new FakeClient(server.mailboxes);
        other.say("bind", "appid", "other", "side", "a");

        assertThat(list(server.bound("c"))).containsExactly("11", "2");
        assertThat(list(other)).isEmpty();
    }

    @Test
    void listsNothingWhenTheOperatorForbidsIt() {
        TestServer silent = new TestServer(Limits.forMemory(1 << 30), false);
        claim(silent.bound("a"), "4");

        assertThat(list(silent.bound("b"))).isEmpty();
    }

    @Test
    void staysCrowdedForEverybodyOnceAThirdSideCame() {
        claim(server.bound("a"), "4");
        claim(server.bound("b"), "4");
        assertThat(server.bound("c").say("claim", "nameplate", "4").error()).isEqualTo("crowded");

        assertThat(server.bound("a").say("claim", "nameplate", "4").error()).isEqualTo("crowded");
    }

    private int allocate(String side) {
        return server.bound(side)
                .say("allocate")
                .answer("allocated")
                .path("nameplate")
                .asInt();
    }

    private static String claim(FakeClient client, String nameplate) {
        return client.say("claim", "nameplate", nameplate)
                .answer("claimed")
                .path("mailbox")
                .asText();
    }

    private static List<String> list(FakeClient client) {
        JsonNode nameplates = client.say("list").answer("nameplates").path("nameplates");
        return StreamSupport.stream(nameplates.spliterator(), false)
                .map(n -> n.path("id").asText())
                .toList();
    }
}

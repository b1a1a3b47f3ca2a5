package wormhole.plugin.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final int BITS = 8;

    private final TestServer server = serverAsking(new PermissionPolicy(BITS, 0));

    private static TestServer serverAsking(PermissionPolicy policy) {
        WelcomeText text = new WelcomeText(Optional.empty(), Optional.empty(), Optional.empty());
        return new TestServer(new Rules(text, true, TestServer.SMALL, policy));
    }

    @Test
    void asksForWorkInWordsThatTheRustClientUnderstands() {
        JsonNode required = required(new FakeClient(server.mailboxes));

        assertThat(required.has("none")).isTrue();
        assertThat(required.path("none").isNull()).isTrue();
        assertThat(required.path("hashcash").path("bits").asInt()).isEqualTo(BITS);
        assertThat(required.path("hashcash").path("resource").asText()).hasSize(13);
    }

    @Test
    void letsWhoWorkedBind() {
        FakeClient client = new FakeClient(server.mailboxes);
        String stamp = stamp(client, BITS);

        assertThat(client.say("submit-permission", "method", "hashcash", "stamp", stamp)
                        .heard("error"))
                .isEmpty();
        assertThat(client.say("bind", "appid", "a", "side", "s").heard("error")).isEmpty();
    }

    @Test
    void letsNobodyElseBind() {
        FakeClient client = new FakeClient(server.mailboxes);

        assertThat(client.say("bind", "appid", "a", "side", "s").error()).isEqualTo("must submit permission first");
        assertThat(client.say("list").error()).isEqualTo("must bind first");
    }

    @Test
    void refusesAStampWithTooLittleWorkForAnotherClientOrOfAnotherKind() {
        FakeClient client = new FakeClient(server.mailboxes);
        FakeClient other = new FakeClient(server.mailboxes);
        String elsewhere = stamp(other, BITS);
        String good = stamp(client, BITS);

        for (String bad : new String[] {elsewhere, good + "x:", good.replaceFirst("1:", "0:"), "x", weak(client)}) {
            assertThat(client.say("submit-permissions", "method", "hashcash", "stamp", bad)
                            .error())
                    .isEqualTo("this does not give permission");
        }
        assertThat(client.say("submit-permissions", "method", "dark-ritual", "stamp", good)
                        .error())
                .isEqualTo("this does not give permission");
    }

    @Test
    void asksOnlyUnderLoad() {
        TestServer busy = serverAsking(new PermissionPolicy(BITS, 2));
        FakeClient first = new FakeClient(busy.mailboxes);
        FakeClient second = new FakeClient(busy.mailboxes);
        FakeClient third = new FakeClient(busy.mailboxes);

        assertThat(required(first).isMissingNode()).isTrue();
        assertThat(required(second).isMissingNode()).isTrue();
        assertThat(required(third).isMissingNode()).isFalse();
        third.hangUp();
        second.hangUp();
        assertThat(required(new FakeClient(busy.mailboxes)).isMissingNode()).isTrue();
    }

    private static JsonNode required(FakeClient client) {
        return client.answer("welcome").path("welcome").path("permission-required");
    }

    private static String stamp(FakeClient client, int bits) {
        return search(client, hash -> hash.bitLength() <= 160 - bits);
    }

    private static String weak(FakeClient client) {
        return search(client, hash -> hash.bitLength() > 160 - BITS);
    }

    private static String search(FakeClient client, java.util.function.Predicate<BigInteger> good) {
        String resource = client.resource();
        for (int counter = 0; ; counter++) {
            String stamp = "1:8:261101:" + resource + "::c2FsdA==:" + counter;
            if (good.test(sha1(stamp))) {
                return stamp;
            }
        }
    }

    private static BigInteger sha1(String text) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

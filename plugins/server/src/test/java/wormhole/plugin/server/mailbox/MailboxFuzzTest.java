package wormhole.plugin.server.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A client that says anything, each line a frame; seeds and finds are run by every build. */
class MailboxFuzzTest {
    @FuzzTest
    void aFrameIsAnsweredOrRefusedAndOthersGoOn(byte[] data) {
        TestServer server = new TestServer(TestServer.SMALL);
        FakeClient bystander = server.bound("bystander");
        FakeClient client = new FakeClient(server.mailboxes);
        for (String frame : new String(data, UTF_8).split("\n", 20)) {
            client.sayRaw(frame);
        }
        client.hangUp();

        assertThat(bystander.say("ping", "ping", 5).answer("pong").path("pong").asInt())
                .isEqualTo(5);
    }
}

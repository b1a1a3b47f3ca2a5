package wormhole.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wormhole.spi.Mood;

/** What the mailbox machine remembers; its transitions are tested from its table. */
class MailboxMachineTest {
    private final Recorder recorder = new Recorder();
    private final MailboxMachine mailbox = new MailboxMachine(recorder.as(MailboxMachine.Actions.class));

    @BeforeEach
    void comeOnline() {
        mailbox.connected();
    }

    @Test
    void addsWhatWaitedWhenItOpensInOrder() {
        add("pake", "P");
        add("version", "V");
        mailbox.gotMailbox("m");

        assertThat(recorder.take()).containsExactly("sendOpen(m)", "sendAdd(pake, P)", "sendAdd(version, V)");
    }

    @Test
    void addsAgainAfterAReconnectWhatWasNotEchoed() {
        mailbox.gotMailbox("m");
        add("pake", "P");
        add("version", "V");
        mailbox.rxMessageOurs("pake");
        mailbox.lost();
        add("0", "hello");
        recorder.take();

        mailbox.connected();

        assertThat(recorder.take()).containsExactly("sendOpen(m)", "sendAdd(version, V)", "sendAdd(0, hello)");
    }

    @Test
    void passesOnEachPhaseOnceAndReleasesTheNameplateOnce() {
        mailbox.gotMailbox("m");
        recorder.take();
        theirs("peer", "pake", "P");
        theirs("peer", "pake", "P again");
        mailbox.lost();
        mailbox.connected();
        theirs("peer", "pake", "P");
        theirs("peer", "version", "V");

        assertThat(recorder.take())
                .containsExactly(
                        "releaseNameplate()",
                        "gotMessage(peer, pake, P)",
                        "sendOpen(m)",
                        "gotMessage(peer, version, V)");
    }

    @Test
    void ignoresAThirdSide() {
        mailbox.gotMailbox("m");
        theirs("peer", "pake", "P");
        recorder.take();

        theirs("third", "version", "V");

        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void closesAfterAReconnectWithTheMoodItWasGiven() {
        mailbox.gotMailbox("m");
        mailbox.lost();
        mailbox.close(Mood.SCARY);
        recorder.take();

        mailbox.connected();

        assertThat(recorder.take()).containsExactly("sendClose(m, SCARY)");
    }

    @Test
    void saysTheLastWordAgainIfTheConnectionWasLostWithIt() {
        mailbox.gotMailbox("m");
        add("0", "ack");
        mailbox.close(Mood.HAPPY);
        mailbox.lost();
        recorder.take();

        mailbox.connected();

        assertThat(recorder.take()).containsExactly("sendOpen(m)", "sendAdd(0, ack)", "sendClose(m, HAPPY)");
    }

    @Test
    void saysNothingMoreOnceItIsClosing() {
        mailbox.gotMailbox("m");
        mailbox.close(Mood.HAPPY);
        recorder.take();

        add("0", "late");
        theirs("peer", "0", "late");

        assertThat(recorder.take()).isEmpty();
    }

    private void add(String phase, String body) {
        mailbox.addMessage(phase, body.getBytes(StandardCharsets.UTF_8));
    }

    private void theirs(String side, String phase, String body) {
        mailbox.rxMessageTheirs(side, phase, body.getBytes(StandardCharsets.UTF_8));
    }
}

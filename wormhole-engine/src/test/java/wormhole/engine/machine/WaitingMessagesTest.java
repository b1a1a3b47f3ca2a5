package wormhole.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** What machines keep until it can be used: the stars of their tables. */
class WaitingMessagesTest {
    private final Recorder recorder = new Recorder();

    @Test
    void orderLetsThroughAfterThePakeWhatCameBeforeIt() {
        OrderMachine order = new OrderMachine(recorder.as(OrderMachine.Actions.class));
        order.gotOther("peer", "0", bytes("hello"));
        order.gotOther("peer", "version", bytes("V"));
        order.gotPake(bytes("P"));

        assertThat(recorder.take())
                .containsExactly("gotPake(P)", "gotSealed(peer, 0, hello)", "gotSealed(peer, version, V)");
    }

    @Test
    void keyKeepsAPakeThatCameBeforeTheCode() {
        KeyMachine key = new KeyMachine(recorder.as(KeyMachine.Actions.class));
        key.gotPake(bytes("P"));
        key.gotCode("4-word");

        assertThat(recorder.take()).containsExactly("sortedCode(4-word)", "sortedPake(P)");
    }

    @Test
    void receiveOpensWhatCameBeforeTheKeyUpToTheFirstThatDoesNotOpen() {
        ReceiveMachine receive = new ReceiveMachine(recorder.as(ReceiveMachine.Actions.class));
        receive.gotSealed("peer", "version", bytes("V"));
        receive.gotSealed("peer", "0", bytes("bad"));
        receive.gotSealed("peer", "1", bytes("good again"));
        receive.gotKey(new PlainSession());

        assertThat(recorder.take())
                .hasSize(3)
                .satisfiesExactly(
                        action -> assertThat(action).startsWith("verified("),
                        action -> assertThat(action).isEqualTo("gotPlaintext(version, V)"),
                        action -> assertThat(action).startsWith("scared("));
        assertThat(receive.state()).isEqualTo(ReceiveMachine.State.SCARED);
    }

    @Test
    void sendKeepsMessagesForAPeerThatHasProvedNothing() {
        SendMachine send = new SendMachine("ours", recorder.as(SendMachine.Actions.class));
        send.send("0", bytes("a"));
        send.send("1", bytes("b"));
        assertThat(recorder.take()).isEmpty();

        send.verified(new PlainSession());
        send.send("2", bytes("c"));

        assertThat(recorder.take()).containsExactly("addMessage(0, a)", "addMessage(1, b)", "addMessage(2, c)");
    }

    @Test
    void bossTellsMessagesInOrderAndNoneBeforeTheVersions() {
        BossMachine boss = new BossMachine(recorder.as(BossMachine.Actions.class));
        boss.gotCode("4-word");
        boss.verified(bytes("verifier"));
        recorder.take();

        boss.gotMessage(1, bytes("b"));
        boss.gotMessage(0, bytes("a"));
        boss.gotMessage(3, bytes("d"));
        assertThat(recorder.take()).isEmpty();

        boss.gotVersions(bytes("V"));
        assertThat(recorder.take()).containsExactly("tellVersions(V)", "tellMessage(a)", "tellMessage(b)");

        boss.gotMessage(2, bytes("c"));
        assertThat(recorder.take()).containsExactly("tellMessage(c)", "tellMessage(d)");
    }

    @Test
    void bossTellsAtTheEndTheFirstFailureOnly() {
        BossMachine boss = new BossMachine(recorder.as(BossMachine.Actions.class));
        boss.scared(new WormholeException(ErrorCode.WRONG_CODE, "first"));
        boss.fail(new WormholeException(ErrorCode.INTERNAL, "second"));
        recorder.take();

        boss.allClosed();

        assertThat(recorder.take()).singleElement().asString().contains("first");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

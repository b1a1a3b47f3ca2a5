package wormhole.engine.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameGateTest {
    private final FrameGate gate = new FrameGate();
    private final CountDownLatch entered = new CountDownLatch(1);

    private Thread enterElsewhere(int size) {
        Thread thread = new Thread(() -> {
            try {
                gate.enter(size);
                entered.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && entered.getCount() > 0) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private boolean hasEntered() throws InterruptedException {
        return entered.await(20, TimeUnit.SECONDS);
    }

    @Test
    void holdsUpWhatWouldBeTooMuchUntilSomethingIsTaken() throws Exception {
        gate.enter(FrameGate.MAX_WAITING);
        enterElsewhere(1);
        assertThat(entered.getCount()).isOne();

        gate.leave(FrameGate.MAX_WAITING);

        assertThat(hasEntered()).isTrue();
    }

    @Test
    void letsASingleFrameInHoweverBigItIs() throws Exception {
        gate.enter(2 * FrameGate.MAX_WAITING);
        enterElsewhere(1);
        assertThat(entered.getCount()).isOne();
    }

    @Test
    void holdsNobodyUpOnceItIsLifted() throws Exception {
        gate.enter(FrameGate.MAX_WAITING);
        enterElsewhere(1);

        gate.lift();

        assertThat(hasEntered()).isTrue();
    }
}

package wormhole.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class PromisesTest {
    private static final byte[] MESSAGE = {1};

    private final Promises promises = new Promises();

    @Test
    void whoHasGivenUpTakesNoMessage() throws Exception {
        CompletableFuture<byte[]> impatient = promises.receive();
        assertThat(Awaiting.await(impatient, Duration.ZERO)).isEmpty();
        CompletableFuture<byte[]> patient = promises.receive();

        promises.message(MESSAGE);

        assertThat(patient).isCompletedWithValue(MESSAGE);
    }

    @Test
    void whatCameWhileNobodyWaitedIsNotLost() throws Exception {
        assertThat(Awaiting.await(promises.receive(), Duration.ZERO)).isEmpty();

        promises.message(MESSAGE);

        assertThat(promises.receive()).isCompletedWithValue(MESSAGE);
    }

    @Test
    void keepsOnlySoMuchThatNobodyReceives() throws Exception {
        byte[] message = new byte[4 << 20];
        for (int i = 0; i < 15; i++) {
            promises.message(message);
        }

        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> promises.message(message))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE));
    }

    @Test
    void hasRoomAgainForWhatIsReceived() throws Exception {
        byte[] message = new byte[4 << 20];
        for (int i = 0; i < 100; i++) {
            promises.message(message);
            assertThat(promises.receive()).isCompletedWithValue(message);
        }
    }

    @Test
    void aWatcherSeesWhatWaitsAndWhatComesAndTakesNothing() throws Exception {
        byte[] second = {2};
        List<byte[]> seen = new ArrayList<>();
        promises.message(MESSAGE);

        promises.watch(seen::add);
        promises.message(second);
        promises.unwatch();
        promises.message(new byte[] {3});

        assertThat(seen).containsExactly(MESSAGE, second);
        assertThat(promises.receive()).isCompletedWithValue(MESSAGE);
        assertThat(promises.receive()).isCompletedWithValue(second);
    }
}

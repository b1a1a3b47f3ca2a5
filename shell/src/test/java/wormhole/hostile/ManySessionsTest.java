package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A crowd comes to the server at once: everybody meets their own partner, and nobody is lost. */
class ManySessionsTest extends Scene {
    private static final int PAIRS = 40;

    @Test
    void everybodyMeetsTheirPartner() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(PAIRS);
        try {
            List<CompletableFuture<Void>> sessions = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                String own = freshCode();
                sessions.add(CompletableFuture.runAsync(() -> session(own), crowd));
            }
            for (CompletableFuture<Void> session : sessions) {
                get(session);
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(ServerView.nameplates(servers.mailbox())).isEmpty();
    }

    private void session(String own) {
        try (EvilPeer one = EvilPeer.open(servers.mailbox(), own);
                EvilPeer other = EvilPeer.open(servers.mailbox(), own)) {
            one.say("{\"hello\":\"" + own + "\"}");
            assertThat(other.hear("hello").text(100)).isEqualTo(own);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

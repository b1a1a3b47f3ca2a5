package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.plugin.server.websocket.WebSocketPeer;

/** Kills a server with SIGKILL while clients add to mailboxes, again and again: whatever was echoed has to be there afterwards. */
class KilledServerTest {
    private static final int ROUNDS = Integer.getInteger("wormhole.kill.rounds", 20);
    private static final int CLIENTS = 4;
    private static final int MOST_MILLIS = 150;
    private static final Pattern PHASE = Pattern.compile("\"phase\":\"(\\d+)\"");

    @TempDir
    private Path folder;

    /** One who adds messages as fast as they are echoed, until the server is gone. */
    private static final class Adder extends Thread {
        private final WebSocketPeer peer;
        private final CountDownLatch atWork = new CountDownLatch(1);
        private int echoed;

        Adder(WebSocketPeer peer, int from) {
            this.peer = peer;
            this.echoed = from;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    peer.say("{\"type\":\"add\",\"phase\":\"" + echoed + "\",\"body\":\"" + "0".repeat(500) + "\"}");
                    for (String heard = peer.hear(""); !heard.contains("\"phase\":\"" + echoed + "\""); ) {
                        if (heard.startsWith(WebSocketPeer.CLOSED)) {
                            return;
                        }
                        heard = peer.hear("");
                    }
                    echoed++;
                    atWork.countDown();
                }
            } catch (InterruptedException | RuntimeException e) {
                // The server is gone, which is the point.
            }
        }
    }

    @Test
    void losesNothingThatItEchoed() throws IOException, InterruptedException {
        Random random = new Random(7);
        int[] echoed = new int[CLIENTS];
        String[] mailboxes = new String[CLIENTS];
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server =
                    ServerProcess.start("database", folder.resolve("db").toString())) {
                List<Adder> adders = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    WebSocketPeer peer = new WebSocketPeer(server.url());
                    mailboxes[i] = comeBack(peer, i, mailboxes[i], round == 0);
                    adders.add(new Adder(peer, hearAgain(peer, echoed[i])));
                }
                adders.forEach(Thread::start);
                for (Adder adder : adders) {
                    assertThat(adder.atWork.await(20, TimeUnit.SECONDS))
                            .as("an echo")
                            .isTrue();
                }
                // Not a wait for something: the moment is to be a random one.
                Thread.sleep(random.nextInt(MOST_MILLIS));
                server.kill();
                for (int i = 0; i < CLIENTS; i++) {
                    adders.get(i).join(20_000);
                    echoed[i] = adders.get(i).echoed;
                    adders.get(i).peer.close();
                }
            }
        }
        assertThat(echoed)
                .as("messages of each client")
                .satisfies(counts -> assertThat(
                                java.util.Arrays.stream(counts).min().orElse(0))
                        .isGreaterThanOrEqualTo(ROUNDS));
    }

    /** Claims the same nameplate and opens its mailbox, which has to be the one that it led to before. */
    private static String comeBack(WebSocketPeer peer, int client, String known, boolean isNew)
            throws InterruptedException {
        peer.say("{\"type\":\"bind\",\"appid\":\"app\",\"side\":\"s" + client + "\"}");
        peer.say("{\"type\":\"claim\",\"nameplate\":\"" + (client + 1) + "\"}");
        String claimed = peer.hear("claimed");
        String mailbox = claimed.replaceFirst(".*\"mailbox\":\"([a-z0-9]+)\".*", "$1");
        if (!isNew) {
            assertThat(mailbox).isEqualTo(known);
        }
        peer.say("{\"type\":\"open\",\"mailbox\":\"" + mailbox + "\"}");
        return mailbox;
    }

    /**
     * Hears all that was echoed once, in order, and perhaps more that was committed without an echo; how much it was. A pong
     * may overtake messages that had no room yet, so the end is where a ping brings nothing more.
     */
    private static int hearAgain(WebSocketPeer peer, int echoed) throws InterruptedException {
        int next = 0;
        int atLastPing = -1;
        while (next < echoed || next > atLastPing) {
            atLastPing = next;
            peer.say("{\"type\":\"ping\",\"ping\":1}");
            for (String heard = peer.hear(""); !heard.contains("pong"); heard = peer.hear("")) {
                Matcher phase = PHASE.matcher(heard);
                if (phase.find()) {
                    assertThat(Integer.parseInt(phase.group(1))).isEqualTo(next++);
                }
            }
        }
        assertThat(next).as("messages that are still there").isGreaterThanOrEqualTo(echoed);
        return next;
    }
}

package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A transfer between two people who have no servers but the sender's own. */
class LocalSendTest {
    private static final String LINE = "wormhole --relay-url ws://127.0.0.1:";

    @Test
    void theCommandThatTheSenderShowsIsAllThatTheReceiverNeeds() throws Exception {
        CompletableFuture<String> line = new CompletableFuture<>();
        CompletableFuture<ProgramRun.Result> received =
                line.thenApplyAsync(LocalSendTest::follow, LocalSendTest::onItsOwn);

        ProgramRun.Result sent = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .whenTold("receive 7-black-dog\n", line::complete)
                .run("send", "--local-address", "127.0.0.1", "--text", "hi", "--code", "7-black-dog");

        assertThat(received.get(30, TimeUnit.SECONDS).output()).isEqualTo("hi\n");
        assertThat(sent.status()).isZero();
    }

    private static ProgramRun.Result follow(String told) {
        String line = told.lines()
                .filter(l -> l.contains(LINE))
                .map(l -> l.substring(l.indexOf(LINE)))
                .findFirst()
                .orElseThrow();
        List<String> words = Stream.of(line.split(" ", -1)).skip(1).toList();
        return ProgramRun.inEmptySurroundings().withPlugins().run(words.toArray(String[]::new));
    }

    private static void onItsOwn(Runnable task) {
        new Thread(task, "receiver").start();
    }

    @Test
    void withoutServersThereIsNoLocalTransfer() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings().run("send", "--local", "--text", "hi");

        assertThat(result.status()).isNotZero();
    }
}

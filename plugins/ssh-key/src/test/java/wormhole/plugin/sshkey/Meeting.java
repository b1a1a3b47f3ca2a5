package wormhole.plugin.sshkey;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.Dialogue;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.FakeConversation;
import wormhole.spi.testkit.RecordingUserInterface;

/** One side of a conversation in memory, and the command that is run there. */
record Meeting(FakeConversation conversation, CompletableFuture<CodeChoice> met) {
    Meeting(FakeConversation conversation) {
        this(conversation, new CompletableFuture<>());
    }

    RecordingUserInterface ui() {
        return conversation.ui();
    }

    /** Runs a command on a thread of its own; the result is how it failed, null if it did not. */
    CompletableFuture<@Nullable WormholeException> run(Command command, Map<String, List<String>> options) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        command.run(new Call(options));
                        return null;
                    } catch (WormholeException e) {
                        return e;
                    }
                },
                task -> new Thread(task, "side").start());
    }

    static @Nullable WormholeException get(CompletableFuture<@Nullable WormholeException> outcome) throws Exception {
        return outcome.get(30, TimeUnit.SECONDS);
    }

    private final class Call implements Invocation {
        private final OptionValues options;

        Call(Map<String, List<String>> options) {
            this.options = OptionValues.of(options, directory());
        }

        @Override
        public OptionValues options() {
            return options;
        }

        @Override
        public RecordingUserInterface ui() {
            return conversation.ui();
        }

        @Override
        public Path directory() {
            return Path.of("").toAbsolutePath();
        }

        @Override
        public InputStream input() {
            return InputStream.nullInputStream();
        }

        @Override
        public void converse(Application application, CodeChoice code, Dialogue dialogue) throws WormholeException {
            met.complete(code);
            try {
                dialogue.run(conversation);
            } catch (WormholeException e) {
                conversation.sendJson(Map.of("error", e.textForPeer()));
                throw e;
            }
        }
    }
}

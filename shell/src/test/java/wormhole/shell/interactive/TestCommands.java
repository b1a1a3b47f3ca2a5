package wormhole.shell.interactive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;

/** What the tests of the shell have to run. */
final class TestCommands {
    private TestCommands() {}

    private record Simple(CommandSpec spec, Body body) implements Command {
        interface Body {
            void run(Invocation invocation) throws Exception;
        }

        @Override
        public void run(Invocation invocation) throws WormholeException {
            try {
                body.run(invocation);
            } catch (InterruptedException e) {
                throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
            } catch (WormholeException e) {
                throw e;
            } catch (Exception e) {
                throw new WormholeException(ErrorCode.INTERNAL, "unexpected", e);
            }
        }
    }

    static List<Command> all() {
        CommandSpec receive = CommandSpec.named("receive", "Asks, as a job")
                .taking(Argument.optional("CODE", Argument.Kind.CODE, "The code."))
                .with(
                        Option.text("FILE|DIR", "Where to.", "--output-file", "-o"),
                        Option.text("DO", "What to do.", "--on-conflict").oneOf("ask", "fail", "rename"),
                        Option.toggle("Whether.", "--listen"));
        return List.of(
                new Simple(receive, TestCommands::receive),
                new Simple(
                        CommandSpec.named("send", "Waits, as a job")
                                .taking(Argument.optional("PATH", Argument.Kind.PATH, "What.")
                                        .repeated())
                                .with(Option.text("CODE", "This code.", "--code")),
                        invocation -> new CountDownLatch(1).await()),
                new Simple(CommandSpec.named("sleep", "Waits in front"), invocation -> {
                    say(invocation, "sleeping");
                    new CountDownLatch(1).await();
                }),
                new Simple(
                        CommandSpec.named("ask me", "Asks in front"),
                        invocation -> say(invocation, "hello " + invocation.ui().ask(Question.free("name", "Who?")))),
                new Simple(CommandSpec.named("fail", "Fails"), invocation -> {
                    throw new WormholeException(ErrorCode.USAGE, "it failed").withHint("Do better.");
                }));
    }

    private static void receive(Invocation invocation) throws WormholeException {
        String code = invocation.options().text("code").orElse("none");
        invocation.ui().tell(Event.note("code is " + code + "\u001b[2J"));
        String answer = invocation.ui().ask(new Question("accept", "ok?", List.of("no", "yes", "later")));
        say(invocation, "answered " + answer);
    }

    private static void say(Invocation invocation, String line) {
        try {
            invocation.ui().output().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package example.chat;

import java.util.Optional;
import wormhole.spi.Argument;
import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Invocation;
import wormhole.spi.WormholeException;

/** The command, described as data: parsing, help and completion are made of that. */
final class ChatCommand implements Command {
    private static final int WORDS = 2;

    private final Chat chat;

    ChatCommand(Chat chat) {
        this.chat = chat;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("chat", "Talk to somebody, line by line")
                .describedBy("You take turns; whoever types the code begins. An empty line says goodbye.")
                .taking(Argument.optional(
                        "CODE", Argument.Kind.CODE, "The code they tell you. Without it you get one to tell them."))
                .example("wormhole chat  # shows a code")
                .example("wormhole chat 7-crossover-clockwork");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        Optional<String> typed = invocation.options().text("code");
        CodeChoice code = typed.<CodeChoice>map(CodeChoice.Given::new).orElse(new CodeChoice.Allocate(WORDS));
        invocation.converse(chat, code, new Talk(typed.isPresent()));
    }
}

package wormhole.shell.manual;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import wormhole.shell.command.Listing;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.WormholeException;

/** Writes what a shell needs to complete our command lines. */
public final class CompletionCommand implements Command {
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Supplier<Collection<Command>> commands;

    /**
     * The command.
     *
     * @param commands all there are; asked for when it runs
     */
    public CompletionCommand(Supplier<Collection<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("completion", "Write completions for a shell")
                .taking(Argument.required("SHELL", Argument.Kind.TEXT, "One of " + String.join(", ", SHELLS) + "."))
                .example("wormhole completion bash > ~/.local/share/bash-completion/completions/wormhole")
                .example("wormhole completion zsh > \"${fpath[1]}/_wormhole\"")
                .example("wormhole completion fish > ~/.config/fish/completions/wormhole.fish");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        String shell = invocation.options().text("shell").orElse("").toLowerCase(Locale.ROOT);
        Listing.write(invocation.ui().output(), script(shell).getBytes(StandardCharsets.UTF_8));
    }

    private String script(String shell) throws WormholeException {
        return switch (shell) {
            case "bash" -> new BashCompletion(commands.get()).script();
            case "zsh" -> new ZshCompletion(commands.get()).script();
            case "fish" -> new FishCompletion(commands.get()).script();
            default ->
                throw new WormholeException(ErrorCode.USAGE, "there are no completions for '" + shell + "'")
                        .withHint("Give one of " + String.join(", ", SHELLS) + ".");
        };
    }
}

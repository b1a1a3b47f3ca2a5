package wormhole.plugin.sshkey;

import java.nio.file.Path;
import java.util.Optional;
import wormhole.spi.Argument;
import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Sends a public key to somebody who lets us log in. */
final class AcceptCommand implements Command {
    private static final Argument CODE =
            Argument.required("CODE", Argument.Kind.CODE, "The code that 'wormhole ssh invite' shows over there.");
    private static final Option KEY_FILE =
            Option.path("FILE", "The public key to send, or a folder of them. Default: ~/.ssh", "--key-file", "-F");
    private static final Option YES = Option.flag("Sends the key without asking.", "--yes", "-y");

    private final Accounts accounts;

    AcceptCommand(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("ssh accept", "Send your public SSH key to somebody who invites you")
                .describedBy("Only ever sends a public key; of several you choose one. It is sent before the other side"
                        + " can say no, but it opens nothing to them.")
                .taking(CODE)
                .with(KEY_FILE, YES)
                .example("wormhole ssh accept 7-crossover-clockwork")
                .example("wormhole ssh accept --key-file ~/.ssh/work.pub 7-crossover-clockwork");
    }

    /** Everything is asked before the code is used, which works once only. */
    @Override
    public void run(Invocation invocation) throws WormholeException {
        OptionValues options = invocation.options();
        String code = options.text("code")
                .orElseThrow(() -> new WormholeException(ErrorCode.USAGE, "the code is missing")
                        .withHint("Give the code that 'wormhole ssh invite' shows on the other side."));
        Optional<Path> named = options.path(KEY_FILE.key());
        PublicKey key = new KeyChoice(invocation.ui(), options.flag(YES.key()))
                .among(KeyFiles.in(named.orElse(accounts.own().sshFolder())));
        invocation.converse(SshAdd.INSTANCE, new CodeChoice.Given(code.strip()), new Acceptance(key));
    }
}

package wormhole.plugin.sshkey;

import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Lets somebody log in here. */
final class InviteCommand implements Command {
    private static final Option CODE_LENGTH = Option.number("N", "How many words the code has.", "--code-length", "-c")
            .defaultingTo("2");
    private static final Option USER =
            Option.text("USER", "Whose account they may log in to. Default: yours.", "--user", "-u");
    private static final Option YES =
            Option.flag("Adds the key without asking. Whoever uses the code first gets in.", "--yes", "-y");
    private static final int MAX_WORDS = 32;

    private final Accounts accounts;

    InviteCommand(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("ssh invite", "Let somebody log in here with their SSH key")
                .describedBy("Shows a code for them to send a public key with. You see its fingerprint and are asked"
                        + " before it is added to ~/.ssh/authorized_keys.")
                .with(CODE_LENGTH, USER, YES)
                .example("wormhole ssh invite")
                .example("wormhole ssh invite --user alice  # as root, for somebody else's account");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        OptionValues options = invocation.options();
        CodeChoice code = code(options);
        AuthorizedKeys keys = new AuthorizedKeys(accounts.chosen(options.text(USER.key())));
        keys.check();
        keys.doubt().ifPresent(doubt -> invocation.ui().tell(Event.note(doubt).at(Event.Level.WARNING)));
        invocation.ui().tell(Event.note("On the other computer, please run 'wormhole ssh accept' with this code:"));
        invocation.converse(SshAdd.INSTANCE, code, new Invitation(keys, options.flag(YES.key())));
    }

    private static CodeChoice code(OptionValues options) throws WormholeException {
        long words = options.number(CODE_LENGTH.key()).orElse(2);
        if (words < 1 || words > MAX_WORDS) {
            throw new WormholeException(ErrorCode.USAGE, "a code has 1 to " + MAX_WORDS + " words")
                    .withHint("Give --code-length such a number, or leave it out for 2.");
        }
        return new CodeChoice.Allocate((int) words);
    }
}

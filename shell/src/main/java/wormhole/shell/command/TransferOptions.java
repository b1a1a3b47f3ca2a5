package wormhole.shell.command;

import java.util.OptionalLong;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Options that both sides of a transfer have. */
final class TransferOptions {
    static final Option CODE_LENGTH = Option.number("N", "How many words the code has.", "--code-length", "-c")
            .defaultingTo("2");

    static final Option ZERO = Option.flag(
            "Uses the code '0-', which is no secret: for machines that meet on a server of their own.", "--zero", "-0");

    static final Option VERIFY = Option.flag(
            "Shows a verifier and asks whether the other side shows the same, before anything is sent.",
            "--verify",
            "-v");

    static final Option HIDE_PROGRESS = Option.flag("Shows no progress.", "--hide-progress");

    static final Option LISTEN = Option.toggle("Whether to listen for a direct connection. Default: yes.", "--listen");

    static final Option TRANSIT = Option.text(
                    "PATH", "Which way the data may take: any, only directly, or only through a relay.", "--transit")
            .oneOf("auto", "direct", "relay")
            .defaultingTo("auto");

    /** More words are no safer, and nobody can say them. */
    private static final int MAX_WORDS = 32;

    private static final String ZERO_CODE = "0-";

    private TransferOptions() {}

    static CodeChoice zero() {
        return new CodeChoice.Given(ZERO_CODE);
    }

    static CodeChoice allocate(OptionValues options) throws WormholeException {
        OptionalLong words = options.number(CODE_LENGTH.key());
        if (words.isEmpty() || words.getAsLong() < 1 || words.getAsLong() > MAX_WORDS) {
            throw new WormholeException(ErrorCode.USAGE, "a code has 1 to " + MAX_WORDS + " words")
                    .withHint("Give --code-length such a number, or leave it out for 2.");
        }
        return new CodeChoice.Allocate((int) words.getAsLong());
    }

    static WormholeException contradiction(String some, String others) {
        return new WormholeException(ErrorCode.USAGE, some + " and " + others + " contradict each other")
                .withHint("Give only one of them.");
    }
}

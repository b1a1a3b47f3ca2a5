package wormhole.shell.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import wormhole.shell.console.ForwardingInterface;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Compares the verifier with the other side's, instead of a person. */
final class VerifierCheck extends ForwardingInterface {
    static final Option VERIFY_WITH = Option.text(
            "VALUE",
            "Compares the verifier with the other side's, as it shows it in hex or in words, without a question;"
                    + " '-' reads that from standard input once it is needed.",
            "--verify-with");

    private static final String STANDARD_INPUT = "-";
    private static final int BYTES = 32;

    private final String given;
    private final InputStream input;
    private List<String> own = List.of();

    private VerifierCheck(UserInterface next, String given, InputStream input) {
        super(next);
        this.given = given;
        this.input = input;
    }

    /** An interface that answers the question for the verifier itself, if the options say so. */
    static UserInterface answering(OptionValues options, UserInterface ui, InputStream input) throws WormholeException {
        Optional<String> given = options.text(VERIFY_WITH.key());
        if (given.isEmpty()) {
            return ui;
        }
        if (!given.get().equals(STANDARD_INPUT)) {
            checkForm(given.get());
        }
        return new VerifierCheck(ui, given.get(), input);
    }

    /** Whether verifiers are to be compared at all. */
    static boolean wanted(OptionValues options) {
        return options.flag(TransferOptions.VERIFY.key())
                || options.text(VERIFY_WITH.key()).isPresent();
    }

    private static void checkForm(String text) throws WormholeException {
        boolean hex = hex(text).matches("[0-9a-f]{" + 2 * BYTES + "}");
        if (!hex && words(text).split(" ", -1).length != BYTES) {
            throw new WormholeException(ErrorCode.USAGE, "the verifier to compare with is not a whole one")
                    .withHint(
                            "It has " + 2 * BYTES + " digits or " + BYTES + " words; give what the other side shows.");
        }
    }

    private static String hex(String text) {
        return text.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    }

    private static String words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " ");
    }

    @Override
    public void tell(Event event) {
        if (event.name().equals("verifier")) {
            own = List.of(
                    String.valueOf(event.fields().get("verifier")),
                    String.valueOf(event.fields().get("words")));
        }
        super.tell(event);
    }

    @Override
    public String ask(Question question) throws WormholeException {
        if (!question.id().equals("verifier")) {
            return super.ask(question);
        }
        String other = given.equals(STANDARD_INPUT) ? line() : given;
        checkForm(other);
        return own.contains(hex(other)) || own.contains(words(other)) ? Question.YES : Question.NO;
    }

    private String line() throws WormholeException {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return Objects.requireNonNullElse(line, "");
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.NO_ANSWER, "cannot read standard input: " + e.getMessage(), e);
        }
    }
}

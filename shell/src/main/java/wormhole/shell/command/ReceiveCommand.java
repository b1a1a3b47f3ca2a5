package wormhole.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wormhole.engine.ClientSettings;
import wormhole.engine.transfer.Consent;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.console.CodeAnnouncement;
import wormhole.shell.console.CodeQuestion;
import wormhole.shell.console.Terminals;
import wormhole.shell.console.TransferInterface;
import wormhole.shell.json.EventsOnly;
import wormhole.spi.Argument;
import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Receives what somebody sends. */
public final class ReceiveCommand implements Command {
    static final String NAME = "receive";

    private static final Option OUTPUT = Option.text(
            "FILE|DIR", "Where to put what comes; '-' writes it to standard output.", "--output-file", "-o");
    private static final Option ACCEPT = Option.flag(
                    "Takes files and directories without asking.", "--accept-file", "--yes")
            .fromEnvironment("WORMHOLE_ACCEPT_FILE");
    private static final Option ONLY_TEXT = Option.flag("Refuses files and directories.", "--only-text", "-t");
    private static final Option ALLOCATE =
            Option.flag("Makes a code for the other person to send with, instead of taking one.", "--allocate", "-a");
    private static final Option ON_CONFLICT = Option.text(
                    "DO", "What to do if the name is taken already.", "--on-conflict")
            .oneOf(Stream.of(OnConflict.values()).map(OnConflict::word).toArray(String[]::new))
            .defaultingTo(OnConflict.ASK.word());
    private static final Option KEEP_PARTIAL = Option.flag(
            "Keeps what came of a download that was interrupted, as NAME.part with a manifest NAME.part.json.",
            "--keep-partial");
    private static final String STANDARD_OUTPUT = "-";

    private final Clients clients;
    private final Terminals terminals;

    public ReceiveCommand(Clients clients, Terminals terminals) {
        this.clients = clients;
        this.terminals = terminals;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named(NAME, "Receive what somebody sends")
                .alias("rx", "recv", "recieve")
                .describedBy("Without a code it asks for one; Tab completes numbers and words.\n\n"
                        + "Capitals, spaces for hyphens and a slip in a word of the list are mended. A code that is meant"
                        + " exactly as it is written goes as a link, wormhole-transfer:CODE, or with --code-file FILE.")
                .taking(Argument.optional(
                        "CODE",
                        Argument.Kind.CODE,
                        "The code that the other person sees, or a wormhole-transfer: link."))
                .with(OUTPUT, ACCEPT, ONLY_TEXT, ON_CONFLICT, KEEP_PARTIAL, ALLOCATE)
                .with(TransferOptions.CODE_LENGTH, TransferOptions.ZERO)
                .with(CodeOptions.CODE_FD, CodeOptions.CODE_FILE_READ, CodeOptions.COPY)
                .with(TransferOptions.VERIFY, VerifierCheck.VERIFY_WITH)
                .with(TransferOptions.HIDE_PROGRESS, TransferOptions.LISTEN, TransferOptions.TRANSIT)
                .example("wormhole receive 7-crossover-clockwork")
                .example("wormhole receive --accept-file --output-file ~/Downloads 7-crossover-clockwork");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        OptionValues options = invocation.options();
        Optional<String> given = given(options, invocation.ui()).map(String::strip);
        ClientSettings settings = Clients.settings(options);
        CodeChoice code = code(options, given, invocation.ui());
        clients.client(settings, options)
                .receive(
                        request(invocation),
                        code,
                        consent(options),
                        VerifierCheck.wanted(options),
                        ui(invocation, code));
    }

    /** A code that was typed, or stands in a file; none if this side makes it. */
    private static Optional<String> given(OptionValues options, UserInterface ui) throws WormholeException {
        Optional<String> typed = options.text("code");
        if (options.flag(ALLOCATE.key())) {
            return typed;
        }
        Optional<String> read = CodeOptions.read(options);
        if (typed.isPresent() && read.isPresent()) {
            throw TransferOptions.contradiction("a code", CodeOptions.CODE_FILE_READ.shown());
        }
        // A program wrote the file, and it makes no slips.
        return typed.map(code -> CodeQuestion.mended(code.strip(), ui)).or(() -> read);
    }

    private CodeChoice code(OptionValues options, Optional<String> given, UserInterface ui) throws WormholeException {
        boolean allocate = options.flag(ALLOCATE.key());
        boolean zero = options.flag(TransferOptions.ZERO.key());
        List<String> ways = new ArrayList<>();
        given.ifPresent(code -> ways.add("a code"));
        ways.addAll(allocate ? List.of(ALLOCATE.shown()) : List.of());
        ways.addAll(zero ? List.of(TransferOptions.ZERO.shown()) : List.of());
        if (ways.size() > 1) {
            throw TransferOptions.contradiction(ways.get(0), ways.get(1));
        }
        if (allocate) {
            return TransferOptions.allocate(options);
        }
        if (zero) {
            return TransferOptions.zero();
        }
        if (given.isEmpty() && options.flag(GlobalOptions.JSON.key())) {
            return askedProgram(ui);
        }
        return given.isPresent() ? CodeOptions.given(given.get()) : asked();
    }

    private CodeChoice asked() throws WormholeException {
        if (!terminals.canAsk()) {
            throw missing();
        }
        return new CodeChoice.Ask();
    }

    /** A program that answers nothing has forgotten the code, as has one that cannot be asked. */
    private static CodeChoice askedProgram(UserInterface ui) throws WormholeException {
        try {
            return CodeOptions.given(CodeQuestion.asked(ui));
        } catch (WormholeException e) {
            throw e.code() == ErrorCode.NO_ANSWER ? missing() : e;
        }
    }

    private static WormholeException missing() {
        return new WormholeException(ErrorCode.USAGE, "the code is missing")
                .withHint("Give the code that the other person sees, such as 7-crossover-clockwork.");
    }

    private static ReceiveRequest request(Invocation invocation) throws WormholeException {
        OptionValues options = invocation.options();
        boolean toStandardOutput =
                options.text(OUTPUT.key()).filter(STANDARD_OUTPUT::equals).isPresent();
        if (toStandardOutput && options.flag(GlobalOptions.JSON.key())) {
            throw TransferOptions.contradiction(OUTPUT.names().get(0) + " -", GlobalOptions.JSON.shown());
        }
        ReceiveRequest request = new ReceiveRequest(
                invocation.directory(),
                toStandardOutput ? null : options.path(OUTPUT.key()).orElse(null),
                toStandardOutput,
                onConflict(options));
        return options.flag(KEEP_PARTIAL.key()) ? request.keepingPartial() : request;
    }

    /** The parser lets no other word through. */
    private static OnConflict onConflict(OptionValues options) {
        String word = options.text(ON_CONFLICT.key()).orElse(OnConflict.ASK.word());
        return Stream.of(OnConflict.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Consent consent(OptionValues options) {
        if (options.flag(ONLY_TEXT.key())) {
            return Consent.TEXT_ONLY;
        }
        return options.flag(ACCEPT.key()) ? Consent.GIVEN : Consent.ASK;
    }

    private static UserInterface ui(Invocation invocation, CodeChoice code) throws WormholeException {
        OptionValues options = invocation.options();
        boolean allocated = code instanceof CodeChoice.Allocate;
        CodeAnnouncement announcement =
                allocated ? CodeAnnouncement.withCommand("wormhole send --code") : CodeAnnouncement.NOTHING;
        UserInterface ui = options.flag(GlobalOptions.JSON.key()) ? new EventsOnly(invocation.ui()) : invocation.ui();
        UserInterface transfer =
                new TransferInterface(ui, announcement, options.flag(TransferOptions.HIDE_PROGRESS.key()));
        UserInterface answering = VerifierCheck.answering(options, transfer, invocation.input());
        return allocated ? CodeOptions.passing(options, answering) : answering;
    }
}

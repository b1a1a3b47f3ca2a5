package wormhole.shell.command;

import java.util.List;
import java.util.Optional;
import wormhole.engine.ClientSettings;
import wormhole.shell.console.Background;
import wormhole.shell.console.CodeAnnouncement;
import wormhole.shell.console.Terminals;
import wormhole.shell.console.TransferInterface;
import wormhole.spi.Argument;
import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.HostedService;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.SendRequest;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Sends a text, files or directories. */
public final class SendCommand implements Command {
    private static final Option CODE = Option.text("CODE", "Uses this code instead of a fresh one.", "--code");
    private static final Option QR = Option.toggle("Whether to show the code as a QR code too. Default: yes.", "--qr")
            .fromEnvironment("WORMHOLE_QR");

    private static final Option BACKGROUND = Option.text(
                    "LOOK",
                    "Whether the terminal is dark or light, which the QR code depends on. 'auto' looks at COLORFGBG, and"
                            + " takes it for dark without.",
                    "--background")
            .oneOf("auto", "dark", "light")
            .defaultingTo("auto")
            .fromEnvironment("WORMHOLE_BACKGROUND");

    private static final Option DRY_RUN = Option.flag("Says what would be sent, and sends nothing.", "--dry-run");

    private final Clients clients;
    private final List<HostedService> services;
    private final Terminals terminals;
    private final Background usual;

    /**
     * The command.
     *
     * @param services what {@code --local} may start
     * @param usual how the terminal looks unless an option says otherwise
     */
    public SendCommand(Clients clients, List<HostedService> services, Terminals terminals, Background usual) {
        this.clients = clients;
        this.services = List.copyOf(services);
        this.terminals = terminals;
        this.usual = usual;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("send", "Send a text, files or directories")
                .alias("tx")
                .describedBy(
                        "Shows a code. Who types it first, on another computer, gets what you send, and nobody else.")
                .taking(Argument.optional(
                                "PATH",
                                Argument.Kind.PATH,
                                "What to send; '-' sends standard input. Several go as one directory.")
                        .repeated())
                .with(SendRequests.OPTIONS)
                .with(DRY_RUN, CODE, TransferOptions.CODE_LENGTH, TransferOptions.ZERO)
                .with(CodeOptions.CODE_FD, CodeOptions.CODE_FILE_WRITTEN, CodeOptions.COPY, QR, BACKGROUND)
                .with(TransferOptions.VERIFY, VerifierCheck.VERIFY_WITH)
                .with(TransferOptions.HIDE_PROGRESS, TransferOptions.LISTEN, TransferOptions.TRANSIT)
                .with(LocalServers.LOCAL, LocalServers.ADDRESS)
                .example("wormhole send photo.jpg")
                .example("wormhole send --text 'see you at eight'")
                .example("wormhole send --local photos  # without the internet")
                .example("tar c photos | wormhole send --name photos.tar -");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        OptionValues options = invocation.options();
        CodeChoice code = code(options);
        ClientSettings settings = Clients.settings(options);
        SendRequest request = new SendRequests(invocation, terminals).request();
        if (options.flag(DRY_RUN.key())) {
            clients.client(settings, options).preview(request, invocation.ui());
            return;
        }
        if (!LocalServers.wanted(options)) {
            send(invocation, request, code, settings, "wormhole receive");
            return;
        }
        try (LocalServers servers = LocalServers.start(services, options, invocation.directory(), invocation.ui())) {
            send(invocation, request, code, servers.in(settings), servers.command());
        }
    }

    /** Sends, with a command that the other side has to run. */
    private void send(
            Invocation invocation, SendRequest request, CodeChoice code, ClientSettings settings, String command)
            throws WormholeException {
        OptionValues options = invocation.options();
        UserInterface transfer = new TransferInterface(
                invocation.ui(), announcement(options, command), options.flag(TransferOptions.HIDE_PROGRESS.key()));
        UserInterface ui = CodeOptions.passing(options, VerifierCheck.answering(options, transfer, invocation.input()));
        clients.client(settings, options).send(request, code, VerifierCheck.wanted(options), ui);
    }

    private static CodeChoice code(OptionValues options) throws WormholeException {
        Optional<String> given = options.text(CODE.key());
        boolean zero = options.flag(TransferOptions.ZERO.key());
        if (given.isPresent() && zero) {
            throw TransferOptions.contradiction(CODE.shown(), TransferOptions.ZERO.shown());
        }
        if (given.isPresent()) {
            // Whoever chose it may have told it to another program, which mends nothing.
            return CodeOptions.given(given.get());
        }
        return zero ? TransferOptions.zero() : TransferOptions.allocate(options);
    }

    private CodeAnnouncement announcement(OptionValues options, String command) {
        CodeAnnouncement words = CodeAnnouncement.withCommand(command);
        boolean qr = terminals.error() && options.toggle(QR.key()).orElse(true);
        return qr ? words.withQrCode(background(options)) : words;
    }

    private Background background(OptionValues options) {
        return switch (options.text(BACKGROUND.key()).orElse("auto")) {
            case "dark" -> Background.DARK;
            case "light" -> Background.LIGHT;
            default -> usual;
        };
    }
}

package wormhole.shell.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wormhole.shell.console.Terminals;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.Question;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** Finds out what a call of {@code wormhole send} wants to send. */
final class SendRequests {
    private static final Option TEXT =
            Option.text("MESSAGE", "Sends this text; '-' reads it from standard input.", "--text");
    private static final Option NAME = Option.text("NAME", "The name that the other person sees.", "--name");
    private static final Option EXCLUDE = Option.text(
                    "GLOB",
                    "Leaves out of directories what matches, such as '*.tmp'; may be given several times.",
                    "--exclude")
            .repeated();
    private static final Option SKIP_UNSENDABLE = Option.flag(
            "Leaves out of directories what cannot be read or sent, instead of failing.", "--ignore-unsendable-files");

    /** The options that say what is sent. */
    static final List<Option> OPTIONS = List.of(TEXT, NAME, EXCLUDE, SKIP_UNSENDABLE);

    private static final String STANDARD_INPUT = "-";
    private static final int MAX_TEXT_BYTES = 4 << 20;

    private final Invocation invocation;
    private final OptionValues options;
    private final Terminals terminals;

    SendRequests(Invocation invocation, Terminals terminals) {
        this.invocation = invocation;
        this.options = invocation.options();
        this.terminals = terminals;
    }

    SendRequest request() throws WormholeException {
        Optional<String> text = options.text(TEXT.key());
        List<String> paths = options.all("path");
        if (text.isPresent() && !paths.isEmpty()) {
            throw TransferOptions.contradiction(TEXT.shown(), "a path");
        }
        if (text.isPresent()) {
            return SendRequest.ofText(text.get().equals(STANDARD_INPUT) ? readText() : text.get());
        }
        if (paths.contains(STANDARD_INPUT)) {
            return standardInput(paths);
        }
        return paths.isEmpty() ? SendRequest.ofText(typedText()) : paths();
    }

    private String readText() throws WormholeException {
        try {
            byte[] bytes = invocation.input().readNBytes(MAX_TEXT_BYTES + 1);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw badText("standard input holds too much for a text");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw badText("standard input is no UTF-8 text");
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot read standard input: " + e.getMessage(), e);
        }
    }

    private static WormholeException badText(String why) {
        return new WormholeException(ErrorCode.USAGE, why).withHint("Send it as a file: wormhole send -");
    }

    private SendRequest standardInput(List<String> paths) throws WormholeException {
        if (paths.size() > 1) {
            throw TransferOptions.contradiction("'-'", "further paths");
        }
        return with(new SendRequest(null, invocation.input(), List.of(), null, List.of(), false));
    }

    private String typedText() throws WormholeException {
        if (!terminals.canAsk()) {
            throw new WormholeException(ErrorCode.USAGE, "what is to be sent?")
                    .withHint("Give a path, '-' for standard input, or " + TEXT.shown() + ".");
        }
        return invocation.ui().ask(Question.free("text", "Text to send:"));
    }

    private SendRequest paths() throws WormholeException {
        List<Path> named =
                options.paths("path").stream().map(SendRequests::named).toList();
        return with(new SendRequest(null, null, named, null, List.of(), false));
    }

    /** A path with a name in its end: {@code .} and {@code ..} have none to tell the other person. */
    private static Path named(Path path) {
        return path.endsWith(".") || path.endsWith("..") ? path.normalize() : path;
    }

    private SendRequest with(SendRequest what) {
        @Nullable String name = options.text(NAME.key()).orElse(null);
        boolean skip = options.flag(SKIP_UNSENDABLE.key());
        return new SendRequest(what.text(), what.stream(), what.paths(), name, options.all(EXCLUDE.key()), skip);
    }
}

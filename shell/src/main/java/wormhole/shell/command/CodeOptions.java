package wormhole.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import wormhole.engine.code.TransferUri;
import wormhole.engine.code.WormholeCode;
import wormhole.shell.script.ScriptFile;
import wormhole.spi.CodeChoice;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/** Ways for a code to reach another program, or come from one, without standing in the list of processes. */
final class CodeOptions {
    static final Option CODE_FD = Option.number(
            "N", "Writes the code to this open file descriptor too, as soon as it is known.", "--code-fd");

    static final Option CODE_FILE_WRITTEN = Option.path(
            "FILE", "Writes the code to this file too, which appears as soon as the code is known.", "--code-file");

    static final Option CODE_FILE_READ =
            Option.path("FILE", "Reads the code from this file, or writes it there with --allocate.", "--code-file");

    static final Option COPY = Option.flag("Has the terminal copy the code to the clipboard (OSC 52).", "--copy");

    /** No code and no link is longer. */
    static final int MAX_BYTES = 4096;

    private CodeOptions() {}

    /** An interface that passes the code on to where the options say. Whether that works is found out at once. */
    static UserInterface passing(OptionValues options, UserInterface ui) throws WormholeException {
        UserInterface passing = options.flag(COPY.key()) ? new ClipboardCopy(ui) : ui;
        OptionalLong descriptor = options.number(CODE_FD.key());
        if (descriptor.isPresent()) {
            passing = new CodeCopy(passing, CodeCopy.Outlet.descriptor(descriptor.getAsLong()));
        }
        Optional<Path> file = options.path(CODE_FILE_WRITTEN.key());
        return file.isPresent() ? new CodeCopy(passing, CodeCopy.Outlet.file(file.get())) : passing;
    }

    /** A code or link that was given; what is wrong with it is said at once. */
    static CodeChoice given(String text) throws WormholeException {
        if (TransferUri.looksLikeOne(text)) {
            var unused = TransferUri.parse(text);
            return new CodeChoice.Given(text);
        }
        return new CodeChoice.Given(WormholeCode.parse(text).text());
    }

    /** The code in the file that the options name. */
    static Optional<String> read(OptionValues options) throws WormholeException {
        Optional<Path> file = options.path(CODE_FILE_READ.key());
        return file.isPresent() ? Optional.of(firstLine(file.get())) : Optional.empty();
    }

    private static String firstLine(Path file) throws WormholeException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return ScriptFile.withoutMark(text).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw FileTrouble.of(e, "read the code from", file)
                    .withHint("Its first line has to be the code, as 'wormhole send --code-file FILE' writes it.");
        }
    }
}

package wormhole.shell.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import wormhole.shell.cli.CommandHost;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.WormholeException;

/** Runs a script. */
public final class BatchCommand implements Command {
    private static final Option KEEP_GOING =
            Option.flag("Goes on after a failure, and fails like the first at the end.", "--keep-going", "-k");
    private static final String STANDARD_INPUT = "-";

    private final CommandHost host;

    public BatchCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("batch", "Run a script of commands")
                .describedBy(
                        "One command a line, without 'wormhole'; '#' begins a comment, and quotes work as in a shell."
                                + " 'set NAME VALUE' sets a variable that $NAME stands for; one in capitals works like an"
                                + " environment variable. Commands set $code, $verifier, $path, $size, $sha256, $text, $mailbox"
                                + " and $relay. '&' at the end leaves a command in the background, 'wait' waits for all such but"
                                + " servers, which are stopped at the end. 'echo' writes a line.\n\n"
                                + "The first failure stops the script, with that command's exit status.")
                .taking(Argument.required("FILE", Argument.Kind.PATH, "The script; '-' reads it from standard input."))
                .with(KEEP_GOING)
                .example("wormhole batch nightly.wormhole")
                .example("echo 'send --text hello' | wormhole batch -");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        String name = invocation.options().text("file").orElse(STANDARD_INPUT);
        List<String> lines = decode(name, content(name, invocation)).lines().toList();
        Failures failures = new Failures(name, invocation.options().flag(KEEP_GOING.key()), invocation.ui());
        new Script(host, invocation, failures).run(lines);
        failures.check();
    }

    private static byte[] content(String name, Invocation invocation) throws WormholeException {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return invocation.input().readAllBytes();
            }
            Path file = invocation.options().path("file").orElseThrow();
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "there is no script '" + name + "'", e);
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot read the script '" + name + "'", e);
        }
    }

    private static String decode(String name, byte[] bytes) throws WormholeException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WormholeException(ErrorCode.USAGE, "the script '" + name + "' is no UTF-8 text", e);
        }
    }
}

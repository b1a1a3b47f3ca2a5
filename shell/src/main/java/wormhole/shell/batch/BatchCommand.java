package wormhole.shell.batch;

import wormhole.shell.cli.CommandHost;
import wormhole.shell.script.ScriptFile;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
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
                                + " servers, which are stopped at the end. 'echo' writes a line,"
                                + " 'source FILE' runs the lines of another script.\n\n"
                                + "The first failure stops the script, with that command's exit status.")
                .taking(Argument.required("FILE", Argument.Kind.PATH, "The script; '-' reads it from standard input."))
                .with(KEEP_GOING)
                .example("wormhole batch nightly.wormhole")
                .example("echo 'send --text hello' | wormhole batch -");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        String name = invocation.options().text("file").orElse(STANDARD_INPUT);
        ScriptFile script = name.equals(STANDARD_INPUT)
                ? ScriptFile.of(name, invocation.input())
                : ScriptFile.at(name, invocation.options().path("file").orElseThrow());
        Failures failures = new Failures(invocation.options().flag(KEEP_GOING.key()), invocation.ui());
        new Script(host, invocation, failures).run(script);
        failures.check();
    }
}

package wormhole.shell.interactive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import wormhole.shell.command.Listing;
import wormhole.shell.script.ScriptFile;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** What the shell has in common with scripts: variables, and scripts themselves. */
final class LanguageCommands {
    private LanguageCommands() {}

    static List<Command> all() {
        return List.of(
                new OwnCommand(
                        CommandSpec.named("set", "Set a variable, or list them")
                                .describedBy("$NAME stands for the value; one in capitals works like an environment"
                                        + " variable. Commands set $code, $verifier, $path, $size, $sha256, $text,"
                                        + " $mailbox and $relay.")
                                .taking(
                                        Argument.optional("NAME", Argument.Kind.TEXT, "Letters, digits and '_'."),
                                        Argument.optional("VALUE", Argument.Kind.TEXT, "The value.")
                                                .repeated())
                                .example("set WORMHOLE_RELAY_URL ws://localhost:4000/v1"),
                        LanguageCommands::set),
                new OwnCommand(
                        CommandSpec.named("echo", "Write a line")
                                .taking(Argument.optional("TEXT", Argument.Kind.TEXT, "What to write.")
                                        .repeated())
                                .example("echo the code is $code"),
                        LanguageCommands::echo),
                new OwnCommand(
                        CommandSpec.named("source", "Run the commands in a file")
                                .describedBy("As in a script, a transfer is waited for unless '&' ends its line. What"
                                        + " was set stays set.")
                                .taking(Argument.required("FILE", Argument.Kind.PATH, "The script."))
                                .example("source nightly.wormhole"),
                        LanguageCommands::source));
    }

    private static void echo(OwnCommand.Call call) throws WormholeException {
        String line = Printable.line(String.join(" ", call.options().all("text"))) + "\n";
        Listing.write(call.screen().output(""), line.getBytes(StandardCharsets.UTF_8));
    }

    private static void set(OwnCommand.Call call) throws WormholeException {
        List<String> words = new ArrayList<>(call.options().all("name"));
        words.addAll(call.options().all("value"));
        if (words.isEmpty()) {
            call.variables().all().forEach((name, value) -> call.screen().print(Printable.line(name + " = " + value)));
        } else {
            call.variables().assign(words);
        }
    }

    private static void source(OwnCommand.Call call) throws WormholeException {
        String name = call.options().text("file").orElseThrow();
        call.scripts().source(ScriptFile.at(name, call.options().path("file").orElseThrow()));
    }
}

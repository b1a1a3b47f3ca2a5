package wormhole.shell.cli;

import wormhole.spi.Command;
import wormhole.spi.OptionValues;

/** What a command line asks for. */
public sealed interface ParsedLine {
    /** A command with its values, those of the global options included. */
    record Run(Command command, OptionValues values) implements ParsedLine {}

    /** Help, ready to be shown. */
    record Help(String text) implements ParsedLine {}

    /** The version. */
    record Version() implements ParsedLine {}
}

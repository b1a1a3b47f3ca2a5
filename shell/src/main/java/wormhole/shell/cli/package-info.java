/**
 * The command line: commands that are described as data become a parser, help and suggestions. Start with
 * {@link wormhole.shell.cli.CommandTree}.
 */
@NullMarked
package wormhole.shell.cli;

import org.jspecify.annotations.NullMarked;

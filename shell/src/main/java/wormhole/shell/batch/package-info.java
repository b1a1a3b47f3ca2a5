/**
 * Scripts: one command a line, with variables and jobs in the background. {@link wormhole.shell.batch.BatchCommand} is what
 * people call; {@code Script} runs the lines, {@code ScriptLine} reads one, {@code Variables} holds what commands found out.
 */
@NullMarked
package wormhole.shell.batch;

import org.jspecify.annotations.NullMarked;

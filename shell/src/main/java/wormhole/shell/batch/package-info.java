/**
 * Scripts: one command a line, with variables and jobs in the background. {@link wormhole.shell.batch.BatchCommand} is what
 * people call; {@code Script} runs the lines.
 */
@NullMarked
package wormhole.shell.batch;

import org.jspecify.annotations.NullMarked;

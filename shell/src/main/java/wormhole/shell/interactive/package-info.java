/**
 * The interactive shell: the commands of the command line, at a prompt that comes back, with transfers as numbered jobs.
 * Start with {@link wormhole.shell.interactive.Shell}.
 */
@NullMarked
package wormhole.shell.interactive;

import org.jspecify.annotations.NullMarked;

/**
 * The person at the terminal. Only what was asked for goes to standard output; everything for eyes goes to standard error.
 * Start with {@link wormhole.shell.console.ConsoleInterface}.
 */
@NullMarked
package wormhole.shell.console;

import org.jspecify.annotations.NullMarked;

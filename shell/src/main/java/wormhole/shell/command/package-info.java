/** The program's own commands, one class each, made exactly as a plugin would make them. */
@NullMarked
package wormhole.shell.command;

import org.jspecify.annotations.NullMarked;

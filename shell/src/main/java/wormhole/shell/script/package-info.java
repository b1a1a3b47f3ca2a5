/**
 * The language of scripts and of the interactive shell: {@link wormhole.shell.script.ScriptLine} reads a line, {@link
 * wormhole.shell.script.Variables} holds what was set and found out, {@link wormhole.shell.script.ScriptFile} reads a file.
 */
@NullMarked
package wormhole.shell.script;

import org.jspecify.annotations.NullMarked;

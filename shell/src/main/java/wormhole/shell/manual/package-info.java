/**
 * What is made of the commands besides help: completions for shells ({@link wormhole.shell.manual.CompletionCommand}), and
 * manual pages ({@link wormhole.shell.manual.ManualPage}).
 */
@NullMarked
package wormhole.shell.manual;

import org.jspecify.annotations.NullMarked;

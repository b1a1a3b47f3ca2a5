/** The interactive shell. */
@NullMarked
package wormhole.shell.interactive;

import org.jspecify.annotations.NullMarked;

/** The {@code wormhole} command. */
@NullMarked
package wormhole.shell;

import org.jspecify.annotations.NullMarked;

/** The built shell in a real terminal: tmux runs it, keys go in, the screen comes out. Run by {@code .ci/terminal}. */
@NullMarked
package wormhole.shell.terminal;

import org.jspecify.annotations.NullMarked;

/**
 * The interop suite: the built program against the other implementations, all as processes.
 *
 * <p>Start at {@link wormhole.shell.interop.Matrix} and {@link wormhole.shell.interop.KeyErrand} for what is tried, at {@link
 * wormhole.shell.interop.Transfer} for how, and at {@link wormhole.shell.interop.Quirk} for what the others
 * cannot do. {@code .ci/interop} runs it, in a network namespace where nothing leaves the machine.
 */
@NullMarked
package wormhole.shell.interop;

import org.jspecify.annotations.NullMarked;

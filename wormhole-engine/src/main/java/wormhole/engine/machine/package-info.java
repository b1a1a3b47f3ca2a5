/**
 * The client side of the mailbox protocol as thirteen small state machines, which keep the names that the protocol texts and
 * the other implementations use. Begin with {@link wormhole.engine.machine.ClientProtocol}, which wires them together.
 *
 * <p>Everything here is pure: no input or output, no threads, no clock, no JSON, no cryptography. Each machine takes inputs
 * as method calls and speaks through its {@code Actions}. Calls from machine to machine go through one
 * {@link wormhole.engine.machine.TurnQueue}, so that none is entered again in the middle of a transition. The transition
 * table of each machine stands in {@code docs/machines/}, and a test executes it; an input without a line in the table is
 * ignored in that state.
 */
@NullMarked
package wormhole.engine.machine;

import org.jspecify.annotations.NullMarked;

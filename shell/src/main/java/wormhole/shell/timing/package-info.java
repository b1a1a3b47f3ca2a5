/**
 * Where the time of a transfer went: {@link wormhole.shell.timing.TimingInterface} writes down when what happened
 * ({@code --dump-timing}), {@link wormhole.shell.timing.Timeline} draws it.
 */
@NullMarked
package wormhole.shell.timing;

import org.jspecify.annotations.NullMarked;

/**
 * Transit: finds a path for bulk data and runs the encrypted records over it (transit protocol). Begin with
 * {@link wormhole.engine.transit.Transit}.
 */
@NullMarked
package wormhole.engine.transit;

import org.jspecify.annotations.NullMarked;

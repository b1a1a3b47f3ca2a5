/**
 * Transit: finds a path for bulk data and runs the encrypted records over it (transit protocol). Begin with
 * {@code Transit}.
 */
@NullMarked
package wormhole.engine.transit;

import org.jspecify.annotations.NullMarked;

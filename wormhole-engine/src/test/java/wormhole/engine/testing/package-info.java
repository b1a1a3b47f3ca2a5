/** What the engine's tests share. */
@NullMarked
package wormhole.engine.testing;

import org.jspecify.annotations.NullMarked;

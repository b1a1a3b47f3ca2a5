/** The engine as a library, against the real server, and the examples of the docs. */
@NullMarked
package wormhole.library;

import org.jspecify.annotations.NullMarked;

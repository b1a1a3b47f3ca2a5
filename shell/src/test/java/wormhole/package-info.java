/** Rules of the house that a compiler does not keep, and the examples of the docs. */
@NullMarked
package wormhole;

import org.jspecify.annotations.NullMarked;

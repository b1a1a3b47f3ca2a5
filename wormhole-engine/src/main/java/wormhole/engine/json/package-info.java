/**
 * JSON from outside, and to it: {@link wormhole.engine.json.JsonTree} is the one place where a stranger's bytes become a
 * tree, with bounds on size, depth, names, texts and numbers.
 */
@NullMarked
package wormhole.engine.json;

import org.jspecify.annotations.NullMarked;

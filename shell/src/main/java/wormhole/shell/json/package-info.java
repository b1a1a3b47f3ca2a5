/**
 * The program at the other end of a pipe ({@code --json}): {@link wormhole.shell.json.JsonInterface} tells it events, one
 * object a line, and reads its answers. What it may rely on stands in {@code docs/json.md}.
 */
@NullMarked
package wormhole.shell.json;

import org.jspecify.annotations.NullMarked;

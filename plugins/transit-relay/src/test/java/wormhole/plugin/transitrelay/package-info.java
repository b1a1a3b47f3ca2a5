@NullMarked
package wormhole.plugin.transitrelay;

import org.jspecify.annotations.NullMarked;

@NullMarked
package wormhole.plugin.transitdirect;

import org.jspecify.annotations.NullMarked;

/** Text that came from outside, made fit for people's eyes: {@link wormhole.spi.text.Printable}. */
@NullMarked
package wormhole.spi.text;

import org.jspecify.annotations.NullMarked;

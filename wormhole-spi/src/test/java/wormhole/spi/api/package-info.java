/**
 * Holds the SPI to what was released. Begin with {@code ApiCompatibilityTest}; the API of the last release is the text
 * {@code src/test/resources/api/wormhole-spi.txt}, so that no jar has to be kept or fetched.
 */
@NullMarked
package wormhole.spi.api;

import org.jspecify.annotations.NullMarked;

/**
 * For the tests of plugins. {@link wormhole.spi.testkit.OfferRun} runs a whole transfer of an offer type in memory,
 * {@link wormhole.spi.testkit.FakeConversation} and {@link wormhole.spi.testkit.PipePair} are two connected ends of a
 * conversation and of a pipe, and {@link wormhole.spi.testkit.RecordingUserInterface} is a person who answers what the test
 * says and remembers what they were told.
 */
@NullMarked
package wormhole.spi.testkit;

import org.jspecify.annotations.NullMarked;

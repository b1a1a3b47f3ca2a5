package wormhole.engine.transit;

import java.time.Duration;

/**
 * How long transit waits; all limits are absolute, so that one byte a second does not keep anybody waiting.
 *
 * @param connect for a path to be found
 * @param handshake for one connection to prove that the peer is there
 * @param relayDelay how much later than direct paths relayed ones are tried
 * @param stall how long nothing may move on the pipe while somebody waits for it
 */
public record TransitLimits(Duration connect, Duration handshake, Duration relayDelay, Duration stall) {
    /** As the reference waits; the stall is long since the peer may be busy checking what it got. */
    public static final TransitLimits USUAL = new TransitLimits(
            Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofMinutes(10));
}

package wormhole.plugin.server.relay;

import java.time.Duration;
import java.util.Optional;

/**
 * How the relay was used by one client, or by a pair: told once it is over, in the reference's terms.
 *
 * @param waiting until the partner came, empty if none did
 * @param total since the first of them came
 * @param bytes passed on, both ways together
 * @param mood how it ended; a pair is {@code happy}
 */
public record RelayUsage(Optional<Duration> waiting, Duration total, long bytes, String mood) {}

package wormhole.engine.transfer;

import java.time.Duration;

/**
 * How long a transfer waits for the peer's messages; all limits are absolute, so that chatter does not prolong them.
 *
 * @param offer for the receiver, from the moment the peer has come: a person may still be asked there
 * @param answer for the sender, after the offer: a person decides there
 * @param transit for the peer's {@code transit} message once the offer is accepted: a program sends it
 */
public record TransferLimits(Duration offer, Duration answer, Duration transit) {
    public static final TransferLimits USUAL =
            new TransferLimits(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofMinutes(1));
}

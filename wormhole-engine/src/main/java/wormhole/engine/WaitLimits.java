package wormhole.engine;

import java.time.Duration;
import wormhole.engine.transfer.TransferLimits;
import wormhole.engine.transit.TransitLimits;

/**
 * How long a client waits for what must come from elsewhere: every wait has an end.
 *
 * @param server for the mailbox server to take a connection, and again to greet on it
 * @param code for the mailbox server to allocate a nameplate
 * @param peer for somebody to use the code; an end only for what everybody has forgotten
 * @param version for the peer to prove that it has the key, once there is one: a program does that
 * @param transfer for the messages of the file transfer
 * @param transit for a path, and on it
 */
public record WaitLimits(
        Duration server,
        Duration code,
        Duration peer,
        Duration version,
        TransferLimits transfer,
        TransitLimits transit) {
    public static final WaitLimits USUAL = new WaitLimits(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofDays(7),
            Duration.ofMinutes(1),
            TransferLimits.USUAL,
            TransitLimits.USUAL);

    public WaitLimits withServer(Duration limit) {
        return new WaitLimits(limit, code, peer, version, transfer, transit);
    }

    public WaitLimits withCode(Duration limit) {
        return new WaitLimits(server, limit, peer, version, transfer, transit);
    }

    public WaitLimits withPeer(Duration limit) {
        return new WaitLimits(server, code, limit, version, transfer, transit);
    }

    public WaitLimits withVersion(Duration limit) {
        return new WaitLimits(server, code, peer, limit, transfer, transit);
    }

    public WaitLimits withTransfer(TransferLimits limits) {
        return new WaitLimits(server, code, peer, version, limits, transit);
    }

    public WaitLimits withTransit(TransitLimits limits) {
        return new WaitLimits(server, code, peer, version, transfer, limits);
    }
}

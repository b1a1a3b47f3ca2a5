package wormhole.plugin.server.mailbox;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When clients have to prove some work before they may bind: a flood then costs its sender more than the server.
 *
 * @param bits how much work, each bit doubles it; 0 for none
 * @param fromClients only while at least so many clients are connected
 */
public record PermissionPolicy(int bits, int fromClients) {
    public static final PermissionPolicy NONE = new PermissionPolicy(0, 0);
    /** Hours of work for a client. */
    public static final int MAX_BITS = 40;

    /** What a new client has to do, if anything. */
    Optional<Hashcash> challenge(int clients, RandomGenerator random) {
        return bits == 0 || clients < fromClients
                ? Optional.empty()
                : Optional.of(new Hashcash(bits, new MailboxIds(random).next()));
    }
}

package wormhole.plugin.server.mailbox;

import java.time.Instant;
import java.util.function.Consumer;

/** Says how nameplates and mailboxes were used, once it is certain that they are gone. */
final class Usage {
    private final Turns turns;
    private final Consumer<UsageRecord> listener;

    Usage(Turns turns, Consumer<UsageRecord> listener) {
        this.turns = turns;
        this.listener = listener;
    }

    void over(Nameplate nameplate, Instant now, boolean pruned) {
        tell(UsageRecord.of(nameplate, now, pruned));
    }

    void over(Mailbox mailbox, Instant now, boolean pruned) {
        tell(UsageRecord.of(mailbox, now, pruned));
    }

    private void tell(UsageRecord usage) {
        turns.afterwards(() -> listener.accept(usage));
    }
}

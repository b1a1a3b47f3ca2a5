package wormhole.plugin.server.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a nameplate or mailbox was used, told once it is gone; in the reference's terms.
 *
 * @param kind {@code nameplate} or {@code mailbox}
 * @param started when the first side came
 * @param waiting until the second side came, empty if none did
 * @param total how long it was there
 * @param result {@code happy}, {@code lonely}, {@code errory}, {@code scary}, {@code pruney} or {@code crowded}
 */
public record UsageRecord(
        String kind, String appId, Instant started, Optional<Duration> waiting, Duration total, String result) {
    /** Moods that tell of trouble, the worst first. */
    private static final List<String> TROUBLE = List.of("scary", "errory", "lonely");

    static UsageRecord of(Nameplate nameplate, Instant now, boolean pruned) {
        return of("nameplate", nameplate.appId(), nameplate.sides(), now, pruned, List.of());
    }

    static UsageRecord of(Mailbox mailbox, Instant now, boolean pruned) {
        return of("mailbox", mailbox.appId(), mailbox.sides(), now, pruned, TROUBLE);
    }

    private static UsageRecord of(
            String kind, String appId, Sides sides, Instant now, boolean pruned, List<String> trouble) {
        List<Instant> added =
                sides.all().values().stream().map(Side::added).sorted().toList();
        Instant started = added.isEmpty() ? now : added.get(0);
        Optional<Duration> waiting =
                added.size() < 2 ? Optional.empty() : Optional.of(Duration.between(started, added.get(1)));
        String result = result(sides, pruned, trouble);
        return new UsageRecord(kind, appId, started, waiting, Duration.between(started, now), result);
    }

    private static String result(Sides sides, boolean pruned, List<String> trouble) {
        if (sides.areCrowded()) {
            return "crowded";
        }
        if (pruned) {
            return "pruney";
        }
        Collection<@Nullable String> moods = sides.all().values().stream()
                .map(Side::mood)
                .filter(Objects::nonNull)
                .toList();
        return trouble.stream()
                .filter(moods::contains)
                .findFirst()
                .orElse(sides.all().size() < 2 ? "lonely" : "happy");
    }
}

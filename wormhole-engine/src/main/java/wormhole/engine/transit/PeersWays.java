package wormhole.engine.transit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.TransitMethod;
import wormhole.spi.WormholeException;

/**
 * What the peer's {@code transit} message says: the ways that it can go, and where it can be reached (transit protocol). What
 * is broken is skipped: a peer without usable hints can still be met at a relay, or come to us.
 */
final class PeersWays {
    private static final int MAX_ELEMENTS = 100;
    private static final int MAX_TYPE_LENGTH = 100;

    private final Set<String> abilities = new HashSet<>();
    private final Map<String, List<PeerValue>> hints = new HashMap<>();
    private boolean moreAbilities;

    private PeersWays() {}

    static PeersWays read(PeerValue message) {
        PeersWays ways = new PeersWays();
        List<PeerValue> abilities = elements(message, "abilities-v1");
        first(abilities).forEach(ways::addAbility);
        ways.moreAbilities = abilities.size() > MAX_ELEMENTS;
        first(elements(message, "hints-v1")).forEach(ways::addHint);
        return ways;
    }

    private static List<PeerValue> elements(PeerValue message, String field) {
        try {
            return message.field(field).elements(Integer.MAX_VALUE);
        } catch (WormholeException e) {
            return List.of();
        }
    }

    private static List<PeerValue> first(List<PeerValue> elements) {
        return elements.subList(0, Math.min(elements.size(), MAX_ELEMENTS));
    }

    private void addAbility(PeerValue ability) {
        String type = type(ability);
        if (type != null) {
            abilities.add(type);
        }
    }

    private void addHint(PeerValue hint) {
        String type = type(hint);
        if (type != null) {
            hints.computeIfAbsent(type, key -> new ArrayList<>()).add(hint);
        }
    }

    private static @Nullable String type(PeerValue element) {
        try {
            return element.field("type").text(MAX_TYPE_LENGTH);
        } catch (WormholeException e) {
            return null;
        }
    }

    /** The peer's hints of one type. */
    List<PeerValue> hints(String type) {
        return hints.getOrDefault(type, List.of());
    }

    /**
     * Says at once what would otherwise show itself by nobody ever coming: that the peer names its abilities, and we have none of them.
     *
     * @param methods which are ready
     * @param unready what is to be said of those that are not
     */
    void checkMeet(List<TransitMethod> methods, List<String> unready) throws WormholeException {
        if (abilities.isEmpty() || moreAbilities || methods.isEmpty()) {
            return;
        }
        Set<String> ours = new TreeSet<>();
        for (TransitMethod method : methods) {
            if (method.abilities().isEmpty()) {
                return;
            }
            method.abilities().forEach(each -> ours.add(String.valueOf(each.get("type"))));
        }
        if (ours.stream().anyMatch(abilities::contains)) {
            return;
        }
        String why = unready.isEmpty() ? "" : " (" + String.join("; ", unready) + ")";
        throw new WormholeException(
                        ErrorCode.NO_PATH,
                        "no path to the other side, which allows none of what this side does: "
                                + String.join(", ", ours) + why)
                .withHint("If one side was started with --transit, leave that away.")
                .tellingPeer("no way to connect is allowed by both sides");
    }
}

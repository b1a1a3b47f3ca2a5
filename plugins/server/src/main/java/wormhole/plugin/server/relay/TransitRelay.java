package wormhole.plugin.server.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** All clients of the relay, and who waits for whom. For one thread. */
public final class TransitRelay {
    /** Parallel attempts of one pair; honest clients make one or two. */
    private static final int MAX_WAITING_A_TOKEN = 32;

    private final LongSupplier nanoTime;
    private final RelayWatcher watcher;
    private final Set<RelayClient> clients = new LinkedHashSet<>();
    private final Map<String, Set<RelayClient>> waiting = new HashMap<>();

    /**
     * Makes a relay without clients.
     *
     * @param nanoTime only ever goes up
     * @param watcher hears what passes and how connections end
     */
    public TransitRelay(LongSupplier nanoTime, RelayWatcher watcher) {
        this.nanoTime = nanoTime;
        this.watcher = watcher;
    }

    RelayWatcher watcher() {
        return watcher;
    }

    RelayClient connect(Wire wire) {
        RelayClient client = new RelayClient(this, wire);
        clients.add(client);
        return client;
    }

    void forget(RelayClient client) {
        clients.remove(client);
    }

    /** Joins the client with its partner, or lets it wait. */
    void match(RelayClient client, RelayRequest request) {
        Set<RelayClient> candidates = waiting.computeIfAbsent(request.token(), token -> new LinkedHashSet<>(2));
        Optional<RelayClient> partner = candidates.stream()
                .filter(other -> other.request().filter(request::fits).isPresent())
                .findFirst();
        if (partner.isPresent()) {
            waiting.remove(request.token());
            candidates.remove(partner.get());
            candidates.forEach(RelayClient::notNeeded);
            client.joined(partner.get());
            partner.get().joined(client);
        } else if (candidates.size() < MAX_WAITING_A_TOKEN) {
            candidates.add(client);
        } else {
            client.notNeeded();
        }
    }

    /** Takes the client off the waiting list, if it is there. */
    void stopWaiting(RelayClient client) {
        client.request()
                .ifPresent(request -> waiting.computeIfPresent(request.token(), (token, candidates) -> {
                    candidates.remove(client);
                    return candidates.isEmpty() ? null : candidates;
                }));
    }

    /** To be called about once a second: ends what takes too long. */
    public void checkTimes() {
        List<RelayClient> all = new ArrayList<>(clients);
        all.forEach(RelayClient::checkTime);
        watcher.has(
                clients.size(), waiting.values().stream().mapToInt(Set::size).sum());
    }

    long now() {
        return nanoTime.getAsLong();
    }
}

package wormhole.plugin.server.mailbox;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table whose keys mean something only within an app. An app without an entry takes no memory. */
final class PerApp<V> {
    private final Map<String, Map<String, V>> apps = new HashMap<>();

    Set<String> appIds() {
        return Collections.unmodifiableSet(apps.keySet());
    }

    /** A view of an app's entries. */
    Map<String, V> of(String appId) {
        return Collections.unmodifiableMap(apps.getOrDefault(appId, Map.of()));
    }

    @Nullable
    V put(String appId, String key, V value) {
        return apps.computeIfAbsent(appId, id -> new HashMap<>()).put(key, value);
    }

    @Nullable
    V remove(String appId, String key) {
        Map<String, V> entries = apps.get(appId);
        if (entries == null) {
            return null;
        }
        V removed = entries.remove(key);
        if (entries.isEmpty()) {
            apps.remove(appId);
        }
        return removed;
    }
}

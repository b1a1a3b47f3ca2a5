package wormhole.spi;

import java.util.Map;

/**
 * A conversation of its own between two people: an application id that both sides must share, so that two applications
 * never talk at cross-purposes. A {@link Command} of the same plugin starts it through {@link Invocation#converse}.
 */
public interface Application {
    /** The plugin's name for it, {@code [a-z][a-z0-9-]*}. */
    String id();

    /** The application id on the wire, such as {@code example.com/chat}; unique among the loaded plugins. */
    String appId();

    /** What this side can do, told to the peer as {@code app_versions}: a JSON tree of maps, lists, texts and numbers. */
    default Map<String, ?> versions() {
        return Map.of();
    }
}

package wormhole.shell;

import java.util.HashMap;
import java.util.Map;
import wormhole.shell.cli.GlobalOptions;

/**
 * {@code WORMHOLE_RELAY_URL} means the mailbox server to us, and the transit relay to the Rust client, which writes it as a
 * {@code tcp:} address. One environment has to serve both.
 */
final class RelayVariable {
    private RelayVariable() {}

    /** The environment with the value under the variable where it belongs. */
    static Map<String, String> sorted(Map<String, String> environment) {
        String mailboxServer = String.valueOf(GlobalOptions.RELAY_URL.environment());
        String value = environment.getOrDefault(mailboxServer, "");
        if (!value.startsWith("tcp:") && !value.isEmpty()) {
            return environment;
        }
        Map<String, String> sorted = new HashMap<>(environment);
        sorted.remove(mailboxServer);
        if (!value.isEmpty()) {
            sorted.putIfAbsent(String.valueOf(GlobalOptions.TRANSIT_HELPER.environment()), value);
        }
        return sorted;
    }
}

package wormhole.plugin.server.mailbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What every client is told first.
 *
 * @param motd shown to people
 * @param version the version that the reference's command line recommends to people who have an older one
 * @param error shown to people, whose clients then give up
 */
public record WelcomeText(Optional<String> motd, Optional<String> version, Optional<String> error) {
    Map<String, Object> fields(ClientAddress address) {
        Map<String, Object> fields = new LinkedHashMap<>();
        motd.ifPresent(text -> fields.put("motd", text));
        version.ifPresent(text -> fields.put("current_cli_version", text));
        error.ifPresent(text -> fields.put("error", text));
        // Our own clients then save a round trip; others do not ask.
        fields.put("claim-peek", true);
        fields.put("your-address", address.forWelcome());
        return fields;
    }
}

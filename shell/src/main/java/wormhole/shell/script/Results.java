package wormhole.shell.script;

import java.util.Map;
import java.util.Set;
import wormhole.shell.console.ForwardingInterface;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;

/**
 * Keeps in variables what a command finds out. Of the events of plugins that is the field with the event's own name: {@code url}
 * of {@code url}.
 */
public final class Results extends ForwardingInterface {
    private static final Set<String> OF_SEND = Set.of("code", "verifier");
    private static final Set<String> OF_RECEIVE = Set.of("code", "verifier", "path", "size", "sha256", "text");
    private static final Set<String> OF_SERVER = Set.of("mailbox", "relay");

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "code", Set.of("code"),
            "verifier", Set.of("verifier"),
            "received", Set.of("path", "size", "sha256"),
            "text", Set.of("text"));

    private final Variables variables;
    private final int command;

    /**
     * Results of a command.
     *
     * @param command counts up with each one
     */
    public Results(UserInterface next, Variables variables, int command) {
        super(next);
        this.variables = variables;
        this.command = command;
    }

    /**
     * The results that a command is going to give. Those of plugins talk over wormholes too, so they have codes; but only
     * what runs in the background can be waited for.
     */
    public static Set<String> expected(String command, boolean background) {
        return switch (command) {
            case "send" -> OF_SEND;
            case "receive" -> OF_RECEIVE;
            case "server" -> OF_SERVER;
            default -> background ? OF_SEND : Set.of();
        };
    }

    @Override
    public void tell(Event event) {
        boolean all = event.name().equals("ready");
        Set<String> wanted = FIELDS.getOrDefault(event.name(), Set.of());
        event.fields().forEach((name, value) -> {
            if (all || wanted.contains(name) || name.equals(event.name())) {
                variables.give(command, name.replace('-', '_'), String.valueOf(value));
            }
        });
        super.tell(event);
    }
}

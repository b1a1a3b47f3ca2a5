package wormhole.shell.batch;

import java.util.Map;
import java.util.Set;
import wormhole.shell.console.ForwardingInterface;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.UserInterface;

/** What a command of a script tells: programs learn in which line it stands, and results become variables. */
final class ResultEvents extends ForwardingInterface {
    private static final Set<String> OF_SEND = Set.of("code", "verifier");
    private static final Set<String> OF_RECEIVE = Set.of("code", "verifier", "path", "size", "sha256", "text");
    private static final Set<String> OF_SERVER = Set.of("mailbox", "relay");

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "code", Set.of("code"),
            "verifier", Set.of("verifier"),
            "received", Set.of("path", "size", "sha256"),
            "text", Set.of("text"));

    private final Variables variables;
    private final int job;
    private final int line;
    private final boolean showsProgress;

    ResultEvents(UserInterface next, Variables variables, int job, int line, boolean showsProgress) {
        super(next);
        this.variables = variables;
        this.job = job;
        this.line = line;
        this.showsProgress = showsProgress;
    }

    /** The results that a command is expected to give. Commands of plugins talk over wormholes too, so have codes. */
    static Set<String> expected(String command, boolean background) {
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
            if (all || wanted.contains(name)) {
                variables.give(job, name.replace('-', '_'), String.valueOf(value));
            }
        });
        super.tell(event.with("line", line));
    }

    /** Of several jobs at once, each would draw over the other's line. */
    @Override
    public Progress progress(String what, long total) {
        return showsProgress ? super.progress(what, total) : Unseen.PROGRESS;
    }

    private enum Unseen implements Progress {
        PROGRESS;

        @Override
        public void advance(long bytes) {
            // Nobody looks.
        }

        @Override
        public void close() {
            // Nothing was shown.
        }
    }
}

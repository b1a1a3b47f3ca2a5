package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wormhole.engine.CodeInput;
import wormhole.engine.Wormhole;
import wormhole.engine.WormholeListener;
import wormhole.engine.WormholeSettings;
import wormhole.shell.cli.ParsedLine;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** Asks the mailbox server which nameplates are in use. It only looks: nothing is claimed. */
final class Nameplates implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long LOOK_MILLIS = 20;

    private final ShellHost host;
    private final OptionValues inherited;
    private @Nullable WormholeSettings asked;
    private @Nullable Wormhole wormhole;
    private @Nullable CodeInput input;

    /**
     * A look at the server of a line.
     *
     * @param inherited options of the shell itself, of which the global ones hold for every line
     */
    Nameplates(ShellHost host, OptionValues inherited) {
        this.host = host;
        this.inherited = inherited;
    }

    /** Those that begin so, with a hyphen; none if the server does not say so soon. */
    synchronized SortedSet<String> beginningWith(String digits, List<String> line) {
        try {
            CodeInput open = open(settings(line));
            open.refreshNameplates();
            return awaited(open, digits);
        } catch (WormholeException e) {
            // Completion is a courtesy; what is wrong will be said when the code is used.
            close();
            return new TreeSet<>();
        }
    }

    private static SortedSet<String> awaited(CodeInput open, String digits) throws WormholeException {
        long begun = System.nanoTime();
        SortedSet<String> found = open.nameplateCompletions(digits);
        try {
            while (found.isEmpty() && System.nanoTime() - begun < PATIENCE_NANOS) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                found = open.nameplateCompletions(digits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    private WormholeSettings settings(List<String> line) throws WormholeException {
        List<String> words = new ArrayList<>(line.isEmpty() ? List.of("receive") : line);
        // A code of any kind, since the command may insist on one.
        words.add("0-");
        if (host.parse(words, inherited, Map.of()) instanceof ParsedLine.Run run) {
            return host.settings(run);
        }
        throw new WormholeException(ErrorCode.USAGE, "no command");
    }

    private CodeInput open(WormholeSettings settings) throws WormholeException {
        CodeInput current = input;
        if (current != null && settings.equals(asked)) {
            return current;
        }
        close();
        Wormhole opened = Wormhole.open(settings, WormholeListener.NONE);
        wormhole = opened;
        asked = settings;
        CodeInput begun = opened.inputCode();
        input = begun;
        return begun;
    }

    /** Leaves the server, which the next question enters again. */
    @Override
    public synchronized void close() {
        if (wormhole != null) {
            wormhole.close();
        }
        wormhole = null;
        input = null;
    }
}

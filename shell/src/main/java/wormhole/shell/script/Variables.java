package wormhole.shell.script;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * The variables of a script or a shell: what {@code set} has set, and what commands have found out. A result belongs to the last
 * command that can give it; while that one runs in the background, whoever wants the result waits for it. May be used from
 * any thread.
 */
public final class Variables {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> owners = new HashMap<>();
    private final Map<String, Integer> pending = new HashMap<>();

    synchronized void set(String name, String value) {
        values.put(name, value);
        owners.remove(name);
        pending.remove(name);
        notifyAll();
    }

    /** Sets a variable as the words behind {@code set} want it. */
    public void assign(List<String> words) throws WormholeException {
        if (words.size() != 2 || !NAME.matcher(words.get(0)).matches()) {
            throw new WormholeException(ErrorCode.USAGE, "'set' takes a name and a value")
                    .withHint("Write: set NAME VALUE, with quotes around several words.");
        }
        set(words.get(0), words.get(1));
    }

    /**
     * Declares which results a command is going to give; what they were before is forgotten.
     *
     * @param job counts up with each command
     */
    public synchronized void expect(int job, Collection<String> names) {
        for (String name : names) {
            values.remove(name);
            owners.put(name, job);
            pending.put(name, job);
        }
    }

    /** Takes a result, unless a later command is the one to give it. */
    public synchronized void give(int job, String name, String value) {
        if (owners.getOrDefault(name, job) <= job) {
            values.put(name, value);
            owners.put(name, job);
            pending.remove(name);
            notifyAll();
        }
    }

    /** What a command has not given when it ends, it never will. */
    public synchronized void ended(int job) {
        pending.values().removeIf(waitedFor -> waitedFor == job);
        notifyAll();
    }

    /** The value; waits for it if a command is at work that will give it. */
    public synchronized String value(String name) throws WormholeException {
        try {
            while (pending.containsKey(name)) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
        String value = values.get(name);
        if (value == null) {
            throw new WormholeException(ErrorCode.USAGE, "there is no value for $" + name)
                    .withHint("Set it before with 'set " + name
                            + " VALUE', or run the command whose result it is; '$' as a letter is \\$.");
        }
        return value;
    }

    /** All that have a value, by name. */
    public synchronized SortedMap<String, String> all() {
        return new TreeMap<>(values);
    }

    /** Those that stand for environment variables: in capitals. */
    public synchronized Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.matches("[A-Z][A-Z0-9_]*")) {
                environment.put(name, value);
            }
        });
        return environment;
    }
}

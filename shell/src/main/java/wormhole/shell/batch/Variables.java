package wormhole.shell.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * The variables of a script: what {@code set} has set, and what commands have found out. A result belongs to the last
 * command that can give it; while that one runs in the background, whoever wants the result waits for it. May be used from
 * any thread.
 */
final class Variables {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> owners = new HashMap<>();
    private final Map<String, Integer> pending = new HashMap<>();

    synchronized void set(String name, String value) {
        values.put(name, value);
        owners.remove(name);
        pending.remove(name);
        notifyAll();
    }

    /**
     * Declares which results a command is going to give; what they were before is forgotten.
     *
     * @param job counts up with each command
     */
    synchronized void expect(int job, Collection<String> names) {
        for (String name : names) {
            values.remove(name);
            owners.put(name, job);
            pending.put(name, job);
        }
    }

    /** Takes a result, unless a later command is the one to give it. */
    synchronized void give(int job, String name, String value) {
        if (owners.getOrDefault(name, job) <= job) {
            values.put(name, value);
            owners.put(name, job);
            pending.remove(name);
            notifyAll();
        }
    }

    /** What a command has not given when it ends, it never will. */
    synchronized void ended(int job) {
        pending.values().removeIf(waitedFor -> waitedFor == job);
        notifyAll();
    }

    /** The value; waits for it if a command is at work that will give it. */
    synchronized String value(String name) throws WormholeException {
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

    /** Those that stand for environment variables: in capitals. */
    synchronized Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.matches("[A-Z][A-Z0-9_]*")) {
                environment.put(name, value);
            }
        });
        return environment;
    }
}

package wormhole.engine.machine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two clients and a server. At any moment several things could happen next; a schedule picks among them. After it the
 * world is kind: nothing is lost any more, and everything that can happen does.
 */
final class Simulation {
    /** Something that may happen, when its time has come. */
    private record Possibility(String name, boolean fault, BooleanSupplier when, Runnable what) {}

    private static final int MANY = 20_000;

    final SimulatedClient alice;
    final SimulatedClient bob;
    private final List<Possibility> possibilities = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> history = new ArrayList<>();

    Simulation(long seed, Function<Random, Cryptography> cryptography) {
        Random random = new Random(seed);
        ServerModel server = new ServerModel(random);
        alice = new SimulatedClient("alice", server, cryptography.apply(random));
        bob = new SimulatedClient("bob", server, cryptography.apply(random));
        Stream.of(alice, bob).forEach(client -> {
            whenever(client.side + " connects", client::canConnect, client::connect);
            whenever("server hears " + client.side, client::canReachServer, client::reachServer);
            whenever(client.side + " hears", client::canHear, client::hear);
            whenever(client.side + " stops", client::canStop, client::stop);
            fault(client.side + " hears twice", client::canHear, client::hearTwice);
            fault(client.side + " is cut off", client::canLose, () -> client.lose(random));
        });
    }

    /** Something that an application does once, as soon as the schedule likes after its time has come. */
    void once(String name, BooleanSupplier when, Step what) {
        whenever(name, () -> !done.contains(name) && when.getAsBoolean(), () -> {
            done.add(name);
            what.runUnchecked();
        });
    }

    boolean isDone(String name) {
        return done.contains(name);
    }

    private void whenever(String name, BooleanSupplier when, Runnable what) {
        possibilities.add(new Possibility(name, false, when, what));
    }

    private void fault(String name, BooleanSupplier when, Runnable what) {
        possibilities.add(new Possibility(name, true, when, what));
    }

    /** What an application does. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;

        private void runUnchecked() {
            try {
                run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Lets things happen in the order that the schedule picks, then everything else. */
    void run(List<Integer> schedule) {
        for (int choice : schedule) {
            List<Possibility> possible = possible(true);
            if (possible.isEmpty()) {
                break;
            }
            happen(possible.get(choice % possible.size()));
        }
        history.add("--- no more faults");
        for (List<Possibility> possible = possible(false); !possible.isEmpty(); possible = possible(false)) {
            if (history.size() > MANY) {
                throw new AssertionError("it never ends: " + this);
            }
            happen(possible.get(history.size() % possible.size()));
        }
    }

    private List<Possibility> possible(boolean faults) {
        return possibilities.stream()
                .filter(each -> (faults || !each.fault) && each.when.getAsBoolean())
                .toList();
    }

    private void happen(Possibility possibility) {
        history.add(possibility.name);
        possibility.what.run();
    }

    @Override
    public String toString() {
        return String.join("\n", history);
    }
}

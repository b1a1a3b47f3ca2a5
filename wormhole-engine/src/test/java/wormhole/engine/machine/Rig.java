package wormhole.engine.machine;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wormhole.spi.WormholeException;

/** How one kind of machine is built and driven by the names of its inputs. */
final class Rig<M> {
    /** An input that gives nothing back. */
    interface Telling<M> {
        void to(M machine) throws WormholeException;
    }

    /** An input that gives something back. */
    interface Asking<M> {
        @Nullable
        Object of(M machine) throws WormholeException;
    }

    private final String table;
    private final Class<M> type;
    private final Function<Recorder, M> build;
    private final Function<M, Enum<?>> state;
    private final Map<String, Asking<M>> inputs = new LinkedHashMap<>();

    Rig(String table, Class<M> type, Function<Recorder, M> build, Function<M, Enum<?>> state) {
        this.table = table;
        this.type = type;
        this.build = build;
        this.state = state;
    }

    Rig<M> telling(String input, Telling<M> call) {
        return asking(input, machine -> {
            call.to(machine);
            return null;
        });
    }

    Rig<M> asking(String input, Asking<M> call) {
        inputs.put(input, call);
        return this;
    }

    String tableName() {
        return table;
    }

    TransitionTable table() {
        return TransitionTable.read(table);
    }

    Set<String> inputs() {
        return inputs.keySet();
    }

    /** The methods by which the real machine is driven. */
    Set<String> methodsOfTheMachine() {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .map(method -> method.getName())
                .filter(name -> !Set.of("state", "earlyBytes").contains(name))
                .collect(Collectors.toSet());
    }

    Run start() {
        return new Run();
    }

    @Override
    public String toString() {
        return table;
    }

    /** One machine, from its first state on. */
    final class Run {
        private final Recorder recorder = new Recorder();
        private final M machine = build.apply(recorder);

        String state() {
            return state.apply(machine).name();
        }

        Set<String> allStates() {
            return Stream.of(state.apply(machine).getDeclaringClass().getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .collect(Collectors.toSet());
        }

        /** What the machine does; a refusal and an answer count as actions. */
        List<String> input(String name) {
            try {
                Object answer = Objects.requireNonNull(inputs.get(name), name).of(machine);
                if (answer != null) {
                    recorder.record("answer", answer);
                }
            } catch (WormholeException e) {
                recorder.record("refuse", e.code());
            }
            return recorder.take();
        }
    }
}

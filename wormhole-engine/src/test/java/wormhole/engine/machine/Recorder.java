package wormhole.engine.machine;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what a machine does: {@code sendClose(m, HAPPY)}. Bytes are written as their text. */
final class Recorder {
    private final List<String> actions = new ArrayList<>();
    private final Map<String, Runnable> reactions = new HashMap<>();

    /** Actions of a machine that do nothing else. */
    <A> A as(Class<A> actionsOfAMachine) {
        return actionsOfAMachine.cast(Proxy.newProxyInstance(
                actionsOfAMachine.getClassLoader(), new Class<?>[] {actionsOfAMachine}, (proxy, method, arguments) -> {
                    record(method.getName(), arguments == null ? new Object[0] : arguments);
                    reactions.getOrDefault(method.getName(), () -> {}).run();
                    return null;
                }));
    }

    void record(String action, Object... arguments) {
        actions.add(action + Stream.of(arguments).map(Recorder::text).collect(Collectors.joining(", ", "(", ")")));
    }

    private static String text(Object argument) {
        return argument instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(argument);
    }

    /** Lets an action call back in. */
    void when(String action, Runnable reaction) {
        reactions.put(action, reaction);
    }

    /** What was done since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(actions);
        actions.clear();
        return taken;
    }
}

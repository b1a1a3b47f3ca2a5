package wormhole.shell.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.function.Function;
import wormhole.shell.console.Keyboard;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** A keyboard on which a test has typed in advance; after that it is at its end. */
public final class TypedLines implements Keyboard {
    private final Queue<String> lines;
    private final List<String> prompts = new ArrayList<>();

    public TypedLines(String... lines) {
        this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public String readLine(String prompt, Function<String, SortedSet<String>> completions) throws WormholeException {
        prompts.add(prompt);
        String line = lines.poll();
        if (line == null) {
            throw new WormholeException(ErrorCode.NO_ANSWER, "there was no answer");
        }
        return line;
    }

    /** The prompts shown, in order. */
    public List<String> prompts() {
        return List.copyOf(prompts);
    }
}

package wormhole.engine;

import java.util.SortedSet;
import java.util.function.Function;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Asks a person for a code. */
@FunctionalInterface
public interface CodePrompt {
    /** Asks without completion. */
    CodePrompt PLAIN = (ui, completions) -> ui.ask(Question.free("code", "Enter receive wormhole code: "));

    /**
     * Asks and waits.
     *
     * @param completions for what is typed so far, the whole texts it can become; may be called from any thread and never
     *     blocks: nameplates come when the server has told them
     * @return what was typed
     */
    String ask(UserInterface ui, Function<String, SortedSet<String>> completions) throws WormholeException;
}

package wormhole.shell.console;

import java.util.SortedSet;
import java.util.function.Function;
import wormhole.engine.CodePrompt;
import wormhole.engine.code.CodeMender;
import wormhole.engine.code.TransferUri;
import wormhole.engine.code.WordList;
import wormhole.spi.Event;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Asks for a code with completion, again if none is typed, and mends what was. */
public final class CodeQuestion implements CodePrompt {
    private static final Question QUESTION = Question.free("code", "Enter receive wormhole code:");

    private final Terminals terminals;
    private final Keyboard keyboard;

    public CodeQuestion(Terminals terminals, Keyboard keyboard) {
        this.terminals = terminals;
        this.keyboard = keyboard;
    }

    @Override
    public String ask(UserInterface ui, Function<String, SortedSet<String>> completions) throws WormholeException {
        String typed = typed(ui, completions);
        while (typed.isEmpty()) {
            ui.tell(Event.note("Type the code that the other person sees, such as 7-crossover-clockwork."));
            typed = typed(ui, completions);
        }
        return mended(typed, ui);
    }

    private String typed(UserInterface ui, Function<String, SortedSet<String>> completions) throws WormholeException {
        String typed = terminals.canAsk() ? keyboard.readLine(QUESTION.text() + " ", completions) : ui.ask(QUESTION);
        return typed.strip();
    }

    /** The code as somebody without a keyboard here, such as a program, answers. */
    public static String asked(UserInterface ui) throws WormholeException {
        return mended(ui.ask(QUESTION).strip(), ui);
    }

    /** Whether a code would be taken for another one when it is typed. */
    static boolean wouldMend(String code) {
        return !meant(code).equals(code);
    }

    private static String meant(String typed) {
        return TransferUri.looksLikeOne(typed) ? typed : new CodeMender(WordList.pgp()).mend(typed);
    }

    /** The code as it was meant. The person is told, since a wrong guess would spend the code. */
    public static String mended(String typed, UserInterface ui) {
        String mended = meant(typed);
        if (!mended.equals(typed)) {
            ui.tell(Event.named("mended").with("code", mended).saying("Taking it for " + mended + "."));
        }
        return mended;
    }
}

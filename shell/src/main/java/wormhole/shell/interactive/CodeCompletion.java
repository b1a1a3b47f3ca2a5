package wormhole.shell.interactive;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import wormhole.engine.code.WordList;

/** Completes codes: the number from those that are in use at the server, then the words. */
final class CodeCompletion implements Completer {
    /** Nearly all codes have two words. */
    private static final int USUAL_WORDS = 2;

    private final Nameplates nameplates;

    CodeCompletion(Nameplates nameplates) {
        this.nameplates = nameplates;
    }

    /** Completes a line that holds nothing but a code. */
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        complete("", line.word().substring(0, line.wordCursor()), List.of(), candidates);
    }

    /**
     * Offers what a code can become.
     *
     * @param prefix stands before the code in the same word
     * @param before the words of the line before it, which say which server is meant
     */
    void complete(String prefix, String typed, List<String> before, List<Candidate> candidates) {
        String lower = typed.toLowerCase(Locale.ROOT);
        completions(lower, before)
                .forEach(code -> candidates.add(
                        new Candidate(prefix + code, code, null, null, null, null, !code.endsWith("-"))));
    }

    private SortedSet<String> completions(String typed, List<String> before) {
        int hyphen = typed.indexOf('-');
        if (hyphen < 0) {
            return nameplates.beginningWith(typed, before);
        }
        String nameplate = typed.substring(0, hyphen + 1);
        SortedSet<String> whole = new TreeSet<>();
        WordList.pgp()
                .completions(typed.substring(hyphen + 1), USUAL_WORDS)
                .forEach(words -> whole.add(nameplate + words));
        return whole;
    }
}

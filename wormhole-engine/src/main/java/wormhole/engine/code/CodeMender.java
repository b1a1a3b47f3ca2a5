package wormhole.engine.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Mends what people get wrong when they type a code they heard: capitals, spaces for hyphens, one slip in a word. Only a
 * code all of whose words are then on the list is changed; one that somebody made up is left alone. To be used before
 * anything is claimed: a wrong guess spends the code.
 */
public final class CodeMender {
    private final WordList list;

    public CodeMender(WordList list) {
        this.list = list;
    }

    /** The mended code, or the text as it was typed if there is nothing to mend. */
    public String mend(String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
        String[] parts = plain.split("-", -1);
        if (parts.length < 3 || !WormholeCode.isNameplate(parts[0])) {
            return typed;
        }
        List<String> mended = new ArrayList<>(List.of(parts[0]));
        for (int place = 0; place < parts.length - 1; place++) {
            Optional<String> word = nearest(parts[place + 1], list.at(place));
            if (word.isEmpty()) {
                return typed;
            }
            mended.add(word.get());
        }
        return String.join("-", mended);
    }

    /** The word itself, or the only one that a single slip leads to. */
    private static Optional<String> nearest(String typed, List<String> words) {
        if (words.contains(typed)) {
            return Optional.of(typed);
        }
        List<String> near =
                words.stream().filter(word -> oneSlipApart(typed, word)).toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** Whether one letter was left out, put in or mistaken, or two neighbours were swapped. */
    private static boolean oneSlipApart(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        String restA = a.substring(same);
        String restB = b.substring(same);
        return dropFirst(restA).equals(restB)
                || restA.equals(dropFirst(restB))
                || dropFirst(restA).equals(dropFirst(restB))
                || swapFirst(restA).equals(restB);
    }

    private static String dropFirst(String text) {
        return text.isEmpty() ? text : text.substring(1);
    }

    private static String swapFirst(String text) {
        return text.length() < 2 ? text : "" + text.charAt(1) + text.charAt(0) + text.substring(2);
    }
}

package wormhole.engine.machine;

import java.util.SortedSet;

/** Where the words of codes come from. */
public interface WordChooser {
    /** That many random words, joined by hyphens. */
    String choose(int words);

    /** What the words typed so far can be completed to, whole texts. */
    SortedSet<String> completions(String typed, int words);
}

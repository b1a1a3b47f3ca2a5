package wormhole.engine;

import java.util.SortedSet;
import wormhole.engine.code.WordList;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.machine.WordChooser;

/** Words from a list, chosen by a secure source of randomness. */
final class ListWordChooser implements WordChooser {
    private final WordList list;
    private final RandomBytes random;

    ListWordChooser(WordList list, RandomBytes random) {
        this.list = list;
        this.random = random;
    }

    @Override
    public String choose(int words) {
        return list.choose(words, random::next);
    }

    @Override
    public SortedSet<String> completions(String typed, int words) {
        return list.completions(typed, words);
    }
}

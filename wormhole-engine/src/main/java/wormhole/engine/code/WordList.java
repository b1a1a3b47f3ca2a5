package wormhole.engine.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * The PGP word list: 256 words of two syllables and 256 of three, all told apart easily by ear. The words of a code
 * alternate between the lists, three syllables first. Loaded when first used.
 */
public final class WordList {
    private final List<String> twoSyllables;
    private final List<String> threeSyllables;

    private WordList(List<String> twoSyllables, List<String> threeSyllables) {
        this.twoSyllables = List.copyOf(twoSyllables);
        this.threeSyllables = List.copyOf(threeSyllables);
    }

    public static WordList pgp() {
        return Holder.PGP;
    }

    private static final class Holder {
        private static final WordList PGP = load();
    }

    private static WordList load() {
        List<String> two = new ArrayList<>();
        List<String> three = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(WordList.class.getResourceAsStream("pgp-words.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.toLowerCase(Locale.ROOT).split(" ", -1);
                two.add(columns[1]);
                three.add(columns[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the word list is part of the program", e);
        }
        return new WordList(two, three);
    }

    /** The words that may stand at a place of a code, from 0. */
    public List<String> at(int place) {
        return place % 2 == 0 ? threeSyllables : twoSyllables;
    }

    /**
     * Random words, joined by hyphens; each is worth 8 bits.
     *
     * @param random gives that many unpredictable bytes
     */
    public String choose(int count, IntFunction<byte[]> random) {
        StringJoiner words = new StringJoiner("-");
        byte[] bytes = random.apply(count);
        for (int place = 0; place < count; place++) {
            words.add(at(place).get(bytes[place] & 0xff));
        }
        return words.toString();
    }

    /**
     * What the words typed so far can be completed to: whole texts, with a hyphen at the end while more words are to follow.
     *
     * @param count how many words the code will have
     */
    public SortedSet<String> completions(String typed, int count) {
        int lastHyphen = typed.lastIndexOf('-');
        String done = typed.substring(0, lastHyphen + 1);
        String begun = typed.substring(lastHyphen + 1);
        int place = (int) done.chars().filter(c -> c == '-').count();
        String end = place + 1 < count ? "-" : "";
        SortedSet<String> completions = new TreeSet<>();
        at(place).stream().filter(word -> word.startsWith(begun)).forEach(word -> completions.add(done + word + end));
        return completions;
    }
}

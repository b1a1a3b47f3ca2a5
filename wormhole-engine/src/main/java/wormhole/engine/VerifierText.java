package wormhole.engine;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import wormhole.engine.code.WordList;
import wormhole.spi.Event;

/**
 * A verifier as people compare it: hexadecimal in groups of eight digits, as other programs show it, and as words, one for
 * each byte, two syllables first as the word list's inventors speak fingerprints. All of it: whoever sits in the middle
 * could make a few digits agree.
 */
record VerifierText(byte[] verifier) {
    private static final int GROUP = 8;
    /** Of groups or words: with what comes before them, no line is wider than any window. */
    private static final int A_LINE = 4;

    Event event() {
        List<String> words = words();
        return Event.named("verifier")
                .with("verifier", HexFormat.of().formatHex(verifier))
                .with("words", String.join(" ", words))
                .saying(rows("Verifier ", groups()) + "\n" + rows("in words ", words));
    }

    /** In columns, so that two people find their place again. */
    private static String rows(String title, List<String> parts) {
        int width = parts.stream().mapToInt(String::length).max().orElseThrow();
        StringBuilder text = new StringBuilder(title);
        for (int i = 0; i < parts.size(); i++) {
            boolean begins = i % A_LINE == 0;
            boolean ends = i % A_LINE == A_LINE - 1;
            text.append(begins && i > 0 ? "\n" + " ".repeat(title.length()) : "")
                    .append(parts.get(i))
                    .append(ends ? "" : " ".repeat(width + 1 - parts.get(i).length()));
        }
        return text.toString();
    }

    private List<String> groups() {
        String hex = HexFormat.of().formatHex(verifier);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < hex.length(); i += GROUP) {
            groups.add(hex.substring(i, Math.min(hex.length(), i + GROUP)));
        }
        return groups;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < verifier.length; i++) {
            words.add(WordList.pgp().at(i + 1).get(verifier[i] & 0xff));
        }
        return words;
    }
}

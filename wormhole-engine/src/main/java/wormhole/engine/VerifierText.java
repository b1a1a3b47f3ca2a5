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
    private static final int WORDS_A_LINE = 8;

    Event event() {
        List<String> words = words();
        StringBuilder text = new StringBuilder("Verifier ").append(String.join(" ", groups()));
        for (int i = 0; i < words.size(); i += WORDS_A_LINE) {
            text.append(i == 0 ? "\n  or in words " : "\n               ")
                    .append(String.join(" ", words.subList(i, Math.min(words.size(), i + WORDS_A_LINE))));
        }
        return Event.named("verifier")
                .with("verifier", HexFormat.of().formatHex(verifier))
                .with("words", String.join(" ", words))
                .saying(text.toString());
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

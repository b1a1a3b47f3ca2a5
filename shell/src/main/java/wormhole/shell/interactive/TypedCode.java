package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wormhole.engine.code.CodeMender;
import wormhole.engine.code.TransferUri;
import wormhole.engine.code.WordList;
import wormhole.engine.code.WormholeCode;
import wormhole.spi.Option;

/** Finds the code among the words of a line, to mend it, or to keep it out of what is remembered. */
final class TypedCode {
    private static final Pattern CODE_BEGUN = Pattern.compile("[0-9]{1,40}(-[^-]*)*");

    private static final String CODE_OPTION = "--code";

    private final CommandIndex index;

    TypedCode(CommandIndex index) {
        this.index = index;
    }

    /** The words with the code in one, as it was meant. Nothing has been claimed yet. */
    List<String> mended(List<String> words) {
        return index.find(words)
                .filter(CommandIndex.Found::takesCode)
                .map(found -> mended(words, found))
                .orElse(words);
    }

    private static List<String> mended(List<String> words, CommandIndex.Found command) {
        List<String> mended = new ArrayList<>(words.subList(0, command.words()));
        for (int i = command.words(); i < words.size(); i++) {
            boolean value = isOptionWithValue(words.get(i - 1), command);
            int end = value || !beginsCode(words.get(i)) ? i + 1 : endOfCode(words, i);
            if (value || !beginsCode(words.get(i))) {
                mended.add(words.get(i));
            } else {
                mended.addAll(joined(words.subList(i, end)));
            }
            i = end - 1;
        }
        return mended;
    }

    private static boolean isOptionWithValue(String word, CommandIndex.Found command) {
        return word.startsWith("-")
                && command.option(word).filter(CommandIndex::takesValue).isPresent();
    }

    private static boolean beginsCode(String word) {
        return CODE_BEGUN.matcher(word).matches();
    }

    /** Words behind a code that has begun are parts of it whose hyphens were typed as spaces. */
    private static int endOfCode(List<String> words, int begin) {
        int end = begin + 1;
        while (end < words.size() && words.get(end).chars().allMatch(Character::isLetter)) {
            end++;
        }
        return end;
    }

    /** The parts as one code if all its words are on the list, otherwise as they are. */
    private static List<String> joined(List<String> parts) {
        // The mender gives back what it cannot mend, and then there are still spaces in it.
        String mended =
                new CodeMender(WordList.pgp()).mend(String.join(" ", parts).replace('-', ' '));
        return mended.contains(" ") ? parts : List.of(mended);
    }

    /** The line without codes, as it may be remembered or shown in a list. */
    String hidden(String line) {
        List<String> words =
                List.of(line.strip().replaceFirst("^wormhole\\s+", "").split("\\s+", -1));
        if (words.get(0).equals("answer")) {
            return String.join(" ", words.subList(0, Math.min(2, words.size())));
        }
        boolean takesCode =
                index.find(words).filter(CommandIndex.Found::takesCode).isPresent();
        List<String> kept = new ArrayList<>();
        boolean inCode = false;
        for (String word : words) {
            boolean begins = looksLikeCode(word) || (takesCode && WormholeCode.isNameplate(word));
            inCode = begins || (inCode && takesCode && word.chars().allMatch(Character::isLetter));
            if (begins && !kept.isEmpty() && kept.get(kept.size() - 1).equals(CODE_OPTION)) {
                kept.remove(kept.size() - 1);
            }
            if (!inCode) {
                kept.add(word);
            }
        }
        return String.join(" ", kept);
    }

    private static boolean looksLikeCode(String word) {
        String bare = word.replaceAll("[\"'\\\\]", "").replaceFirst("^" + CODE_OPTION + "=", "");
        return TransferUri.looksLikeOne(bare) || bare.matches("[0-9]{1,40}-.*");
    }

    /** Whether an option is there to be given a code. */
    static boolean isCodeOption(Option option) {
        return option.names().contains(CODE_OPTION);
    }
}

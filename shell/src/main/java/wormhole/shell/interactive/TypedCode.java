package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import wormhole.engine.code.CodeMender;
import wormhole.engine.code.TransferUri;
import wormhole.engine.code.WordList;
import wormhole.engine.code.WormholeCode;
import wormhole.spi.Option;

/** Finds the code among the words of a line, to mend it, or to keep it out of what is remembered. */
final class TypedCode {
    private static final Pattern CODE_BEGUN = Pattern.compile("[0-9]{1,40}(-[^-]*)*");

    private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"?|'[^']*'?|\\\\.?|[^\\s\"'\\\\])+");

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
        List<String> words = pieces(line.strip().replaceFirst("^wormhole\\s+", ""));
        if (!words.isEmpty() && words.get(0).equalsIgnoreCase("answer")) {
            return String.join(" ", words.subList(0, Math.min(2, words.size())));
        }
        Optional<CommandIndex.Found> known = index.find(words);
        Optional<CommandIndex.Found> meant = known.or(() -> index.nearest(words));
        List<String> kept = meant.filter(CommandIndex.Found::takesCode)
                .map(command -> withoutArguments(words, command))
                .orElseGet(() -> withoutCodes(words, known.isEmpty()));
        return String.join(" ", kept);
    }

    /** The words as they were typed, with their quotes. */
    private static List<String> pieces(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    /** Whatever stands where a code can stand is taken for one, however it was misspelt. */
    private static List<String> withoutArguments(List<String> words, CommandIndex.Found command) {
        int begin = Math.min(command.words(), words.size());
        List<String> kept = new ArrayList<>(words.subList(0, begin));
        for (String word : words.subList(begin, words.size())) {
            String last = kept.get(kept.size() - 1);
            boolean value = isOptionWithValue(last, command) && !last.equals(CODE_OPTION);
            if (!looksLikeCode(word) && (value || word.startsWith("-") || word.equals("&"))) {
                kept.add(word);
            }
        }
        return kept;
    }

    /** Without what looks like a code; where the command is not known, also one whose hyphens were typed as spaces. */
    private static List<String> withoutCodes(List<String> words, boolean spaced) {
        List<String> kept = new ArrayList<>();
        boolean inCode = false;
        for (String word : words) {
            boolean value = !kept.isEmpty() && kept.get(kept.size() - 1).equals(CODE_OPTION);
            boolean begins = value || looksLikeCode(word) || (spaced && WormholeCode.isNameplate(word));
            inCode = begins || (inCode && spaced && word.chars().allMatch(Character::isLetter));
            if (value) {
                kept.remove(kept.size() - 1);
            }
            if (!inCode) {
                kept.add(word);
            }
        }
        return kept;
    }

    private static boolean looksLikeCode(String word) {
        String bare = word.replaceAll("[\"'\\\\]", "").replaceFirst("^[^=]*=", "");
        return TransferUri.looksLikeOne(bare) || bare.matches("[0-9]{1,40}-.*");
    }

    /** Whether an option is there to be given a code. */
    static boolean isCodeOption(Option option) {
        return option.names().contains(CODE_OPTION);
    }
}

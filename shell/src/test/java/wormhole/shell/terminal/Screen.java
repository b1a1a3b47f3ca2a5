package wormhole.shell.terminal;

import java.util.List;

/** What a person sees at one moment. */
record Screen(String text) {
    static final String PROMPT = "wormhole>";

    List<String> lines() {
        return text.lines().map(String::stripTrailing).toList();
    }

    /** What stands behind the last prompt. */
    String typed() {
        return typedAfter(PROMPT);
    }

    /** What stands behind the last prompt of another program. */
    String typedAfter(String prompt) {
        return lines().stream()
                .filter(line -> line.startsWith(prompt))
                .reduce((one, next) -> next)
                .map(line -> line.substring(prompt.length()).strip())
                .orElse("no prompt");
    }

    /** How many lines begin so. */
    long count(String beginning) {
        return lines().stream().filter(line -> line.startsWith(beginning)).count();
    }
}

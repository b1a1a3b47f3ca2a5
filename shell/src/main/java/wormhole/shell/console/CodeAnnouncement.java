package wormhole.shell.console;

/** How people are told a code. */
@FunctionalInterface
public interface CodeAnnouncement {
    /** For a code that the person knows already. */
    CodeAnnouncement NOTHING = code -> "";

    CodeAnnouncement CODE_ONLY = code -> "Wormhole code is: " + code;

    /** What is said; empty for nothing. */
    String of(String code);

    /** The code, and what the other person has to do with it. */
    static CodeAnnouncement withCommand(String command) {
        return code -> CODE_ONLY.of(code) + "\nOn the other computer, please run: " + command + " " + code;
    }
}

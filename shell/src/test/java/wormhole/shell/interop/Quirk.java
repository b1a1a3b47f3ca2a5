package wormhole.shell.interop;

/** What another implementation does differently or cannot do. Each one in use becomes a footnote of the table. */
enum Quirk {
    NO_TEXT(true, "The Rust program neither sends nor takes texts."),
    HANGS_ON_EMPTY_FILES(true, "Go waits for ever for the first record of an empty file, also with Go as sender."),
    ESCAPES_TEXT(false, "Python 0.24 prints a received text escaped."),
    SENDS_TAR(false, "Rust sends a directory as one `.tar` file without modes: it arrives whole, packed."),
    RECEIVES_ZIP(false, "Rust receives a directory as one `.zip` file: it arrives whole, packed."),
    LEAVES_FOLDERS_OUT(
            false, "This sender's archive names files only: empty folders and the modes of folders stay behind."),
    NAMES_EMPTY_FOLDERS_ONLY(
            false,
            "This sender's archive names files and empty folders: the modes of other folders stay behind."
                    + " (Go could not take a folder that has an entry of its own and holds something.)"),
    LOSES_FOLDER_MODES(false, "This receiver gives modes to files only."),
    MAKES_EMPTY_FOLDERS_FILES(false, "Go makes an empty file of an empty folder."),
    RELAY_NOT_FORCED(true, "Neither of the two can be told to use the relay only."),
    NO_VERIFIER(true, "The Rust program does not ask about a verifier."),
    REJECTS_WITH_ZERO(false, "Rust tells its peer that its user rejects the offer, and exits with 0.");

    private final boolean missingAbility;
    private final String explanation;

    Quirk(boolean missingAbility, String explanation) {
        this.missingAbility = missingAbility;
        this.explanation = explanation;
    }

    /** Whether the transfer cannot be done at all. */
    boolean isMissingAbility() {
        return missingAbility;
    }

    String explanation() {
        return explanation;
    }
}

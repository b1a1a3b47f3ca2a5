package wormhole.engine.transfer;

/** What the person at this side has agreed to in advance. */
public enum Consent {
    /** Nothing: ask for each file or directory. */
    ASK,
    /** Everything: do not ask. */
    GIVEN,
    /** Texts only: refuse files and directories without asking. */
    TEXT_ONLY
}

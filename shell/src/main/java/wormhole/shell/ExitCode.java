package wormhole.shell;

import wormhole.spi.ErrorCode;

/** What the program's exit status says; part of its interface, so never changed. */
final class ExitCode {
    static final int DONE = 0;
    static final int OTHER = 1;
    static final int USAGE = 2;
    static final int WRONG_CODE = 3;
    static final int REJECTED = 4;
    static final int PEER_LOST = 5;
    static final int SERVER = 6;
    static final int TIMEOUT = 7;
    static final int LOCAL_FILE = 8;
    static final int INTEGRITY = 9;
    static final int SIGINT = 130;
    static final int SIGTERM = 143;

    private ExitCode() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case USAGE, MALFORMED_CODE -> USAGE;
            case WRONG_CODE -> WRONG_CODE;
            // An offer that nobody could be asked about was rejected as much as one that was refused.
            case REJECTED_HERE, REJECTED_BY_PEER, NO_ANSWER -> REJECTED;
            case PEER_LOST, LONELY, NOT_CONFIRMED -> PEER_LOST;
            case SERVER_UNREACHABLE, UNWELCOME, SERVER_ERROR, MALFORMED_SERVER_MESSAGE -> SERVER;
            case TIMEOUT -> TIMEOUT;
            case FILE_NOT_FOUND, FILE_UNUSABLE, FILE_EXISTS, FILE_CHANGED, NO_SPACE -> LOCAL_FILE;
            case INTEGRITY -> INTEGRITY;
            case INTERRUPTED -> SIGINT;
            case TERMINATED -> SIGTERM;
            case ONLY_ONE_CODE,
                    MUST_CHOOSE_NAMEPLATE_FIRST,
                    ALREADY_CHOSE_NAMEPLATE,
                    ALREADY_CHOSE_WORDS,
                    NO_KEY,
                    WORMHOLE_CLOSED,
                    REFLECTION,
                    PEER_ERROR,
                    MALFORMED_PEER_MESSAGE,
                    UNKNOWN_OFFER,
                    NO_PATH,
                    ADDRESS_UNUSABLE,
                    PLUGIN,
                    INTERNAL -> OTHER;
        };
    }
}

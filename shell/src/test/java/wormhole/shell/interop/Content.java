package wormhole.shell.interop;

/** What is sent. */
enum Content {
    TEXT("text"),
    EMPTY_FILE("empty file"),
    ONE_BYTE("file of 1 byte"),
    ONE_RECORD("file of 16 384 bytes"),
    LARGE_FILE("file of 64 MiB"),
    DIRECTORY("directory");

    /** Quotes, a line break and characters of two, three and four bytes. */
    static final String MESSAGE = "héllo \"quoted\" 'single' ✨ 🕳\nsecond line";

    private final String title;

    Content(String title) {
        this.title = title;
    }

    int bytes() {
        return switch (this) {
            case EMPTY_FILE, TEXT, DIRECTORY -> 0;
            case ONE_BYTE -> 1;
            case ONE_RECORD -> 16_384;
            case LARGE_FILE -> 64 << 20;
        };
    }

    @Override
    public String toString() {
        return title;
    }
}

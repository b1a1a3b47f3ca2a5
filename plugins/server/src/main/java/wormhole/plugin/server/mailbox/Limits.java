package wormhole.plugin.server.mailbox;

/**
 * How much anybody may ask of the server. Honest clients stay far below all of these.
 *
 * @param mailboxMessages messages in one mailbox
 * @param mailboxBytes what they may take
 * @param totalBytes what the messages of all mailboxes may take
 * @param mailboxes mailboxes of all apps
 */
public record Limits(int mailboxMessages, long mailboxBytes, long totalBytes, int mailboxes) {
    private static final long MIB = 1L << 20;

    /** For a server with this much memory, in which it keeps everything. */
    public static Limits forMemory(long maxBytes) {
        return new Limits(50_000, 32 * MIB, Math.max(maxBytes / 4, 32 * MIB), 100_000);
    }
}

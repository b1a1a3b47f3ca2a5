package wormhole.shell.interop;

import java.util.regex.Pattern;

/** Faults of the other implementations that come and go. Only a failure that bears their mark is tried again. */
final class KnownFaults {
    /** Go loses the last byte of one key in 256, and sometimes closes a connection that it still uses. */
    private static final Pattern GO =
            Pattern.compile("use of closed network connection|decrypt message failed|Key confirmation failed");

    /** The mailbox server drops a client that closes its mailbox before the other side has let go of the nameplate. */
    private static final Pattern MAILBOX_SERVER = Pattern.compile("FOREIGN KEY");

    private KnownFaults() {}

    /** Whether a failure's text, or the log of their mailbox server, shows one that can have hit this cell. */
    static boolean explain(Cell cell, String failure, String mailboxServerLog) {
        boolean withGo = cell.sender() == Bench.GO || cell.receiver() == Bench.GO;
        if (withGo && GO.matcher(failure).find()) {
            return true;
        }
        return cell.site() == Site.THEIRS
                && MAILBOX_SERVER.matcher(mailboxServerLog).find();
    }
}

package wormhole.shell.interop;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Faults of the other implementations that come and go. Only a failure that bears their mark is tried again. */
final class KnownFaults {
    /** Go loses the last byte of one key in 256, and sometimes closes a connection that it still uses. */
    private static final Pattern GO =
            Pattern.compile("use of closed network connection|decrypt message failed|Key confirmation failed");

    /**
     * Rust panics when a connection that it has just opened is gone again, which happens when both sides find each other at once, and where
     * it takes for granted what is so nearly always. Whatever we do to it every time fails every attempt.
     */
    private static final Pattern RUST = Pattern.compile("application panicked|panicked at");

    /** Python asks for a port that is free on one address and listens on all of them: somebody may have it on another one. */
    private static final Pattern PYTHON =
            Pattern.compile("Couldn't listen on any:\\d+: \\[Errno \\d+] Address already in use");

    /** The mailbox server drops a client that closes its mailbox before the other side has let go of the nameplate. */
    private static final Pattern MAILBOX_SERVER = Pattern.compile("FOREIGN KEY");

    private static final List<Peer> PYTHONS = List.of(Bench.PYTHON_OLD, Bench.PYTHON_NEW);

    /** On a busy machine, Go closes the connection to a relay that it uses every other time. */
    private static final int ATTEMPTS = 8;

    private KnownFaults() {}

    /**
     * Fails unless an attempt succeeds, at the latest after these faults had their turns.
     *
     * @param what is attempted, for the log
     * @param peers who take part
     * @param site whose server they meet on
     */
    static void outlive(String what, List<Peer> peers, Site site, Step attempt)
            throws IOException, InterruptedException {
        for (int number = 1; ; number++) {
            try {
                attempt.run();
                return;
            } catch (AssertionError failure) {
                if (number == ATTEMPTS || !explain(peers, site, "" + failure.getMessage())) {
                    throw failure;
                }
                System.out.println("tried again, for a known fault: " + what + failure.getMessage());
            }
        }
    }

    /** Whether a failure's text, or the log of their mailbox server, shows one that can have hit these. */
    private static boolean explain(List<Peer> peers, Site site, String failure) {
        return (peers.contains(Bench.GO) && GO.matcher(failure).find())
                || (peers.contains(Bench.RUST) && RUST.matcher(failure).find())
                || (!Collections.disjoint(peers, PYTHONS)
                        && PYTHON.matcher(failure).find())
                || (site == Site.THEIRS
                        && MAILBOX_SERVER.matcher(Servers.mailboxServerLog()).find());
    }
}

package wormhole.engine.machine;

import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.Mood;
import wormhole.spi.WormholeException;

/**
 * The thirteen machines wired together: one client of the mailbox protocol. Inputs are what the application wants, what
 * becomes of the connection, and what the server says; everything that follows comes out through {@link Outputs}.
 *
 * <p>All methods are called on one thread, the engine's, and so are the outputs; an output may call back in.
 */
public final class ClientProtocol {
    /** What the protocol says to the server and to the application. */
    public interface Outputs {
        void sendList();

        void sendAllocate();

        void sendClaim(String nameplate);

        void sendRelease(String nameplate);

        void sendOpen(String mailbox);

        void sendAdd(String phase, byte[] body);

        void sendClose(String mailbox, Mood mood);

        /** Close the connection, then call {@link ClientProtocol#stopped}. */
        void stopConnection();

        void tellCode(String code);

        /** There is a key, but the peer has not proved to have the same. */
        void tellKey(Cryptography.Session session);

        void tellVerifier(byte[] verifier);

        /** What the peer says of itself, JSON with {@code app_versions}. */
        void tellVersions(byte[] versions);

        void tellMessage(byte[] message);

        /** The goodbye has begun; {@link #tellClosed} follows when the server has answered. */
        default void tellClosing(Mood mood) {}

        /** The end, once; the failure is null after a normal goodbye. */
        void tellClosed(@Nullable WormholeException failure);
    }

    /** An honest peer is never so far ahead; a hostile server could otherwise fill our memory. */
    private static final int MAX_AHEAD = 10_000;
    /** Honest servers do not shuffle, and honest messages are small: nearly nothing ever waits. */
    private static final long MAX_EARLY_BYTES = 16 << 20;

    private static final Pattern NUMBERED = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final TurnQueue turns = new TurnQueue();
    private final Wiring machines;
    private final String side;
    private long nextPhase;

    /**
     * @param side ours, the same over all connections of this wormhole
     * @param versions what we say of ourselves, JSON with {@code app_versions}
     */
    public ClientProtocol(String side, byte[] versions, Cryptography cryptography, WordChooser words, Outputs outputs) {
        this.side = side;
        this.machines = new Wiring(side, versions, cryptography, words, outputs, turns);
    }

    // What the application wants.

    public void allocateCode(int words) throws WormholeException {
        requireOpen();
        machines.code.allocateCode(words);
    }

    /** Takes a code that is well-formed. */
    public void setCode(String code) throws WormholeException {
        requireOpen();
        machines.code.setCode(code);
    }

    public void inputCode() throws WormholeException {
        requireOpen();
        machines.code.inputCode();
    }

    public void refreshNameplates() throws WormholeException {
        machines.input.refreshNameplates();
    }

    public SortedSet<String> nameplateCompletions(String typed) throws WormholeException {
        return machines.input.nameplateCompletions(typed);
    }

    public void chooseNameplate(String nameplate) throws WormholeException {
        machines.input.chooseNameplate(nameplate);
    }

    public SortedSet<String> wordCompletions(String typed) throws WormholeException {
        return machines.input.wordCompletions(typed);
    }

    public void chooseWords(String words) throws WormholeException {
        machines.input.chooseWords(words);
    }

    /** Sends the next numbered message, now or when the peer has proved to have the key. */
    public void send(byte[] message) throws WormholeException {
        requireOpen();
        String phase = Long.toString(nextPhase++);
        turns.take(() -> machines.send.send(phase, message));
    }

    /** Says goodbye; ends with {@link Outputs#tellClosed}. */
    public void close() {
        turns.take(machines.boss::close);
    }

    /** Says goodbye because something failed here. */
    public void fail(WormholeException failure) {
        turns.take(() -> machines.boss.fail(failure));
    }

    private void requireOpen() throws WormholeException {
        switch (machines.boss.state()) {
            case EMPTY, LONELY, HAPPY -> {}
            case CLOSING, CLOSED -> throw new WormholeException(ErrorCode.WORMHOLE_CLOSED, "this wormhole is closed");
        }
    }

    // What becomes of the connection.

    /** The connection is bound: the server has welcomed us and knows our side. */
    public void connected() {
        turns.take(machines.nameplate::connected);
        turns.take(machines.mailbox::connected);
        turns.take(machines.allocator::connected);
        turns.take(machines.lister::connected);
    }

    /** The connection is lost; another may come. */
    public void lost() {
        turns.take(machines.nameplate::lost);
        turns.take(machines.mailbox::lost);
        turns.take(machines.allocator::lost);
        turns.take(machines.lister::lost);
    }

    /** There will be no connection any more, though we have not asked for that. */
    public void unreachable(WormholeException failure) {
        turns.take(() -> machines.boss.unreachable(failure));
    }

    /** The connection is closed, as asked for by {@link Outputs#stopConnection}. */
    public void stopped() {
        turns.take(machines.terminator::stopped);
    }

    // What the server says.

    public void rxNameplates(Set<String> nameplates) {
        turns.take(() -> machines.lister.rxNameplates(nameplates));
    }

    public void rxAllocated(String nameplate) {
        turns.take(() -> machines.allocator.rxAllocated(nameplate));
    }

    public void rxClaimed(String mailbox) {
        turns.take(() -> machines.nameplate.rxClaimed(mailbox));
    }

    public void rxReleased() {
        turns.take(machines.nameplate::rxReleased);
    }

    public void rxClosed() {
        turns.take(machines.mailbox::rxClosed);
    }

    /** A message in the mailbox: an echo of ours, or the peer's. Phases that nobody knows are ignored. */
    public void rxMessage(String sender, String phase, byte[] body) {
        boolean numbered = NUMBERED.matcher(phase).matches();
        if (sender.equals(side)) {
            turns.take(() -> machines.mailbox.rxMessageOurs(phase));
        } else if (numbered && (tooFarAhead(Long.parseLong(phase)) || tooMuchWaits(body.length))) {
            fail(new WormholeException(ErrorCode.MALFORMED_SERVER_MESSAGE, "the server sends messages without end"));
        } else if (numbered || phase.equals("pake") || phase.equals("version")) {
            turns.take(() -> machines.mailbox.rxMessageTheirs(sender, phase, body));
        }
    }

    private boolean tooFarAhead(long number) {
        return number >= machines.announcements.messagesTold() + MAX_AHEAD;
    }

    private boolean tooMuchWaits(int more) {
        long waiting = machines.order.earlyBytes() + machines.receive.earlyBytes() + machines.boss.earlyBytes();
        return waiting + more > MAX_EARLY_BYTES;
    }

    /** The server answered a request of ours with an error. */
    public void rxError(WormholeException failure) {
        turns.take(machines.allocator::refused);
        turns.take(() -> machines.boss.serverError(failure));
    }

    /** The server's welcome says that it does not want us. */
    public void unwelcome(WormholeException failure) {
        turns.take(() -> machines.boss.unwelcome(failure));
    }
}

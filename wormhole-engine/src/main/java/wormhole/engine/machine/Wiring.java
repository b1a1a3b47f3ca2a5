package wormhole.engine.machine;

import java.util.Set;
import wormhole.spi.Mood;
import wormhole.spi.WormholeException;

/** The thirteen machines and who speaks to whom: every action of a machine is a turn of another, or an output. */
final class Wiring
        implements NameplateMachine.Actions,
                MailboxMachine.Actions,
                KeyMachine.Actions,
                SortedKeyMachine.Actions,
                ReceiveMachine.Actions,
                SendMachine.Actions,
                AllocatorMachine.Actions,
                ListerMachine.Actions,
                CodeMachine.Actions,
                InputMachine.Actions,
                TerminatorMachine.Actions {
    final NameplateMachine nameplate = new NameplateMachine(this);
    final MailboxMachine mailbox = new MailboxMachine(this);
    final OrderMachine order = new OrderMachine(new OrderActions());
    final KeyMachine key = new KeyMachine(this);
    final SortedKeyMachine sortedKey;
    final ReceiveMachine receive = new ReceiveMachine(this);
    final SendMachine send;
    final CodeMachine code = new CodeMachine(this);
    final AllocatorMachine allocator;
    final ListerMachine lister = new ListerMachine(this);
    final InputMachine input;
    final TerminatorMachine terminator = new TerminatorMachine(this);
    final BossMachine boss;
    final Announcements announcements;

    private final String side;
    private final byte[] versions;
    private final ClientProtocol.Outputs outputs;
    private final TurnQueue turns;

    Wiring(
            String side,
            byte[] versions,
            Cryptography cryptography,
            WordChooser words,
            ClientProtocol.Outputs outputs,
            TurnQueue turns) {
        this.side = side;
        this.versions = versions;
        this.outputs = outputs;
        this.turns = turns;
        this.announcements = new Announcements(outputs, this::closeAll);
        this.boss = new BossMachine(announcements);
        this.sortedKey = new SortedKeyMachine(cryptography, this);
        this.send = new SendMachine(side, this);
        this.allocator = new AllocatorMachine(words, this);
        this.input = new InputMachine(words, this);
    }

    // Nameplate

    @Override
    public void sendClaim(String chosen) {
        outputs.sendClaim(chosen);
    }

    @Override
    public void sendRelease(String chosen) {
        outputs.sendRelease(chosen);
    }

    @Override
    public void nameplateClaimed(String mailboxName) {
        turns.take(() -> mailbox.gotMailbox(mailboxName));
    }

    @Override
    public void nameplateDone() {
        turns.take(mailbox::nameplateDone);
        turns.take(terminator::nameplateDone);
    }

    // Mailbox

    @Override
    public void sendOpen(String name) {
        outputs.sendOpen(name);
    }

    @Override
    public void sendAdd(String phase, byte[] body) {
        outputs.sendAdd(phase, body);
    }

    @Override
    public void sendClose(String name, Mood mood) {
        outputs.sendClose(name, mood);
    }

    @Override
    public void releaseNameplate() {
        turns.take(nameplate::release);
    }

    @Override
    public void gotMessage(String sender, String phase, byte[] body) {
        turns.take(() -> {
            if (phase.equals("pake")) {
                order.gotPake(body);
            } else {
                order.gotOther(sender, phase, body);
            }
        });
    }

    @Override
    public void mailboxDone() {
        turns.take(terminator::mailboxDone);
    }

    // Order

    private final class OrderActions implements OrderMachine.Actions {
        @Override
        public void gotPake(byte[] body) {
            turns.take(() -> key.gotPake(body));
        }

        @Override
        public void gotSealed(String sender, String phase, byte[] body) {
            turns.take(() -> receive.gotSealed(sender, phase, body));
        }
    }

    // Key and sorted key

    @Override
    public void sortedCode(String known) {
        turns.take(() -> sortedKey.gotCode(known));
    }

    @Override
    public void sortedPake(byte[] body) {
        turns.take(() -> sortedKey.gotPake(body));
    }

    @Override
    public void sendPake(byte[] body) {
        turns.take(() -> mailbox.addMessage("pake", body));
    }

    @Override
    public void gotKey(Cryptography.Session session) {
        turns.take(() -> boss.gotKey(session));
        turns.take(() -> mailbox.addMessage("version", session.seal(side, "version", versions)));
        turns.take(() -> receive.gotKey(session));
    }

    /** From the key exchange and from opening messages alike: the peer does not have the key. */
    @Override
    public void scared(WormholeException failure) {
        turns.take(() -> boss.scared(failure));
    }

    // Receive

    @Override
    public void verified(Cryptography.Session session) {
        turns.take(() -> boss.verified(session.verifier()));
        turns.take(() -> send.verified(session));
    }

    @Override
    public void gotPlaintext(String phase, byte[] plaintext) {
        turns.take(() -> {
            if (phase.equals("version")) {
                boss.gotVersions(plaintext);
            } else {
                boss.gotMessage(Long.parseLong(phase), plaintext);
            }
        });
    }

    // Send

    @Override
    public void addMessage(String phase, byte[] body) {
        turns.take(() -> mailbox.addMessage(phase, body));
    }

    // Code, allocator, lister, input

    @Override
    public void allocate(int words) {
        turns.take(() -> allocator.allocate(words));
    }

    @Override
    public void startInput() {
        turns.take(input::start);
    }

    @Override
    public void setNameplate(String chosen) {
        turns.take(() -> nameplate.setNameplate(chosen));
    }

    @Override
    public void gotCode(String known) {
        turns.take(() -> boss.gotCode(known));
        turns.take(() -> key.gotCode(known));
    }

    @Override
    public void sendAllocate() {
        outputs.sendAllocate();
    }

    @Override
    public void allocated(String chosen, String whole) {
        turns.take(() -> code.allocated(chosen, whole));
    }

    @Override
    public void allocatorDone() {
        turns.take(nameplate::allocatorDone);
    }

    @Override
    public void sendList() {
        outputs.sendList();
    }

    @Override
    public void gotNameplates(Set<String> nameplates) {
        turns.take(() -> input.gotNameplates(nameplates));
    }

    @Override
    public void refreshNameplates() {
        turns.take(lister::refresh);
    }

    @Override
    public void gotNameplate(String chosen) {
        turns.take(() -> code.gotNameplate(chosen));
    }

    @Override
    public void finishedInput(String whole) {
        turns.take(() -> code.finishedInput(whole));
    }

    // Boss

    private void closeAll(Mood mood) {
        turns.take(() -> terminator.close(mood));
    }

    // Terminator

    @Override
    public void closeNameplate() {
        turns.take(nameplate::close);
        turns.take(allocator::close);
    }

    @Override
    public void closeMailbox(Mood mood) {
        turns.take(() -> mailbox.close(mood));
    }

    @Override
    public void stopConnection() {
        outputs.stopConnection();
    }

    @Override
    public void allClosed() {
        turns.take(boss::allClosed);
    }
}

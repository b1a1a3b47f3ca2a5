package wormhole.engine.machine;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import wormhole.spi.ErrorCode;
import wormhole.spi.Mood;
import wormhole.spi.WormholeException;

/** The thirteen machines, each with an example of every input. */
final class Rigs {
    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BAD = "bad".getBytes(StandardCharsets.UTF_8);
    private static final WormholeException FAILURE = new WormholeException(ErrorCode.INTERNAL, "failure");

    private static final WordChooser WORDS = new WordChooser() {
        @Override
        public String choose(int words) {
            return "word-word";
        }

        @Override
        public SortedSet<String> completions(String typed, int words) {
            return new TreeSet<>(Set.of("word-"));
        }
    };

    private Rigs() {}

    static Stream<Rig<?>> all() {
        return Stream.of(
                allocator(),
                boss(),
                code(),
                input(),
                key(),
                lister(),
                mailbox(),
                nameplate(),
                order(),
                receive(),
                send(),
                sortedKey(),
                terminator());
    }

    private static Rig<AllocatorMachine> allocator() {
        return new Rig<>(
                        "allocator",
                        AllocatorMachine.class,
                        actions -> new AllocatorMachine(WORDS, actions.as(AllocatorMachine.Actions.class)),
                        AllocatorMachine::state)
                .telling("connected", AllocatorMachine::connected)
                .telling("lost", AllocatorMachine::lost)
                .telling("allocate", machine -> machine.allocate(2))
                .telling("rxAllocated", machine -> machine.rxAllocated("4"))
                .telling("refused", AllocatorMachine::refused)
                .telling("close", AllocatorMachine::close);
    }

    private static Rig<BossMachine> boss() {
        return new Rig<>(
                        "boss",
                        BossMachine.class,
                        actions -> new BossMachine(actions.as(BossMachine.Actions.class)),
                        BossMachine::state)
                .telling("gotCode", machine -> machine.gotCode("4-word"))
                .telling("gotKey", machine -> machine.gotKey(new PlainSession()))
                .telling("verified", machine -> machine.verified(BODY))
                .telling("gotVersions", machine -> machine.gotVersions(BODY))
                .telling("gotMessage", machine -> machine.gotMessage(0, BODY))
                .telling("close", BossMachine::close)
                .telling("fail", machine -> machine.fail(FAILURE))
                .telling("scared", machine -> machine.scared(FAILURE))
                .telling("unwelcome", machine -> machine.unwelcome(FAILURE))
                .telling("serverError", machine -> machine.serverError(FAILURE))
                .telling("unreachable", machine -> machine.unreachable(FAILURE))
                .telling("allClosed", BossMachine::allClosed);
    }

    private static Rig<CodeMachine> code() {
        return new Rig<>(
                        "code",
                        CodeMachine.class,
                        actions -> new CodeMachine(actions.as(CodeMachine.Actions.class)),
                        CodeMachine::state)
                .telling("allocateCode", machine -> machine.allocateCode(2))
                .telling("inputCode", CodeMachine::inputCode)
                .telling("setCode", machine -> machine.setCode("4-word"))
                .telling("allocated", machine -> machine.allocated("4", "4-word"))
                .telling("gotNameplate", machine -> machine.gotNameplate("4"))
                .telling("finishedInput", machine -> machine.finishedInput("4-word"));
    }

    private static Rig<InputMachine> input() {
        return new Rig<>(
                        "input",
                        InputMachine.class,
                        actions -> new InputMachine(WORDS, actions.as(InputMachine.Actions.class)),
                        InputMachine::state)
                .telling("start", InputMachine::start)
                .telling("gotNameplates", machine -> machine.gotNameplates(Set.of("4")))
                .telling("refreshNameplates", InputMachine::refreshNameplates)
                .asking("nameplateCompletions", machine -> machine.nameplateCompletions(""))
                .telling("chooseNameplate", machine -> machine.chooseNameplate("4"))
                .asking("wordCompletions", machine -> machine.wordCompletions("w"))
                .telling("chooseWords", machine -> machine.chooseWords("word"));
    }

    private static Rig<KeyMachine> key() {
        return new Rig<>(
                        "key",
                        KeyMachine.class,
                        actions -> new KeyMachine(actions.as(KeyMachine.Actions.class)),
                        KeyMachine::state)
                .telling("gotCode", machine -> machine.gotCode("4-word"))
                .telling("gotPake", machine -> machine.gotPake(BODY));
    }

    private static Rig<ListerMachine> lister() {
        return new Rig<>(
                        "lister",
                        ListerMachine.class,
                        actions -> new ListerMachine(actions.as(ListerMachine.Actions.class)),
                        ListerMachine::state)
                .telling("connected", ListerMachine::connected)
                .telling("lost", ListerMachine::lost)
                .telling("refresh", ListerMachine::refresh)
                .telling("rxNameplates", machine -> machine.rxNameplates(Set.of("4")));
    }

    private static Rig<MailboxMachine> mailbox() {
        return new Rig<>(
                        "mailbox",
                        MailboxMachine.class,
                        actions -> new MailboxMachine(actions.as(MailboxMachine.Actions.class)),
                        MailboxMachine::state)
                .telling("connected", MailboxMachine::connected)
                .telling("lost", MailboxMachine::lost)
                .telling("gotMailbox", machine -> machine.gotMailbox("m"))
                .telling("addMessage", machine -> machine.addMessage("0", BODY))
                .telling("rxMessageOurs", machine -> machine.rxMessageOurs("0"))
                .telling("rxMessageTheirs", machine -> machine.rxMessageTheirs("peer", "pake", BODY))
                .telling("nameplateDone", MailboxMachine::nameplateDone)
                .telling("rxClosed", MailboxMachine::rxClosed)
                .telling("close", machine -> machine.close(Mood.HAPPY));
    }

    private static Rig<NameplateMachine> nameplate() {
        return new Rig<>(
                        "nameplate",
                        NameplateMachine.class,
                        actions -> new NameplateMachine(actions.as(NameplateMachine.Actions.class)),
                        NameplateMachine::state)
                .telling("connected", NameplateMachine::connected)
                .telling("lost", NameplateMachine::lost)
                .telling("setNameplate", machine -> machine.setNameplate("4"))
                .telling("rxClaimed", machine -> machine.rxClaimed("m"))
                .telling("rxReleased", NameplateMachine::rxReleased)
                .telling("release", NameplateMachine::release)
                .telling("close", NameplateMachine::close)
                .telling("allocatorDone", NameplateMachine::allocatorDone);
    }

    private static Rig<OrderMachine> order() {
        return new Rig<>(
                        "order",
                        OrderMachine.class,
                        actions -> new OrderMachine(actions.as(OrderMachine.Actions.class)),
                        OrderMachine::state)
                .telling("gotPake", machine -> machine.gotPake(BODY))
                .telling("gotOther", machine -> machine.gotOther("peer", "version", BODY));
    }

    private static Rig<ReceiveMachine> receive() {
        return new Rig<>(
                        "receive",
                        ReceiveMachine.class,
                        actions -> new ReceiveMachine(actions.as(ReceiveMachine.Actions.class)),
                        ReceiveMachine::state)
                .telling("gotKey", machine -> machine.gotKey(new PlainSession()))
                .telling("gotSealed (good)", machine -> machine.gotSealed("peer", "0", BODY))
                .telling("gotSealed (bad)", machine -> machine.gotSealed("peer", "0", BAD));
    }

    private static Rig<SendMachine> send() {
        return new Rig<>(
                        "send",
                        SendMachine.class,
                        actions -> new SendMachine("ours", actions.as(SendMachine.Actions.class)),
                        SendMachine::state)
                .telling("verified", machine -> machine.verified(new PlainSession()))
                .telling("send", machine -> machine.send("0", BODY));
    }

    private static Rig<SortedKeyMachine> sortedKey() {
        return new Rig<>(
                        "sorted-key",
                        SortedKeyMachine.class,
                        actions -> new SortedKeyMachine(
                                new PlainCryptography(), actions.as(SortedKeyMachine.Actions.class)),
                        SortedKeyMachine::state)
                .telling("gotCode", machine -> machine.gotCode("4-word"))
                .telling("gotPake (good)", machine -> machine.gotPake(BODY))
                .telling("gotPake (bad)", machine -> machine.gotPake(BAD));
    }

    private static Rig<TerminatorMachine> terminator() {
        return new Rig<>(
                        "terminator",
                        TerminatorMachine.class,
                        actions -> new TerminatorMachine(actions.as(TerminatorMachine.Actions.class)),
                        TerminatorMachine::state)
                .telling("close", machine -> machine.close(Mood.HAPPY))
                .telling("nameplateDone", TerminatorMachine::nameplateDone)
                .telling("mailboxDone", TerminatorMachine::mailboxDone)
                .telling("stopped", TerminatorMachine::stopped);
    }
}

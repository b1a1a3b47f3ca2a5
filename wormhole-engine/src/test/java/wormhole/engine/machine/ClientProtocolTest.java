package wormhole.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** One whole client; the other tests of this package look at its parts, and at two of them. */
class ClientProtocolTest {
    private static final WordChooser WORDS = new WordChooser() {
        @Override
        public String choose(int words) {
            return "some-words";
        }

        @Override
        public SortedSet<String> completions(String typed, int words) {
            return new TreeSet<>(Set.of("some-"));
        }
    };

    private final Recorder recorder = new Recorder();
    private final ClientProtocol protocol = new ClientProtocol(
            "ours", bytes("{}"), new FakeCryptography(new Random(1)), WORDS, recorder.as(ClientProtocol.Outputs.class));
    private byte[] pake = {};

    @Test
    void claimsOpensAndSendsItsPake() throws WormholeException {
        protocol.connected();
        protocol.setCode("4-word");
        protocol.rxClaimed("m");

        assertThat(recorder.take())
                .satisfiesExactly(
                        action -> assertThat(action).isEqualTo("sendClaim(4)"),
                        action -> assertThat(action).isEqualTo("tellCode(4-word)"),
                        action -> assertThat(action).isEqualTo("sendOpen(m)"),
                        action -> assertThat(action).startsWith("sendAdd(pake, "));
    }

    @Test
    void opensOnlyTheMailboxThatWasToldFirst() throws WormholeException {
        open();
        protocol.rxClaimed("other");

        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void takesOneCodeOnly() throws WormholeException {
        protocol.setCode("4-word");

        refuses(ErrorCode.ONLY_ONE_CODE, () -> protocol.setCode("5-word"));
        refuses(ErrorCode.ONLY_ONE_CODE, () -> protocol.allocateCode(2));
        refuses(ErrorCode.ONLY_ONE_CODE, protocol::inputCode);
    }

    @Test
    void takesOneCodeOnlyEvenWhileItIsTold() throws WormholeException {
        List<ErrorCode> refused = new ArrayList<>();
        recorder.when("tellCode", () -> {
            try {
                protocol.setCode("5-word");
            } catch (WormholeException e) {
                refused.add(e.code());
            }
        });

        protocol.setCode("4-word");

        assertThat(refused).containsExactly(ErrorCode.ONLY_ONE_CODE);
    }

    @Test
    void completesWhatAPersonTypes() throws WormholeException {
        protocol.connected();
        protocol.inputCode();
        protocol.rxNameplates(Set.of("4", "42", "7"));

        assertThat(protocol.nameplateCompletions("4")).containsExactly("4-", "42-");
        protocol.chooseNameplate("42");
        assertThat(protocol.wordCompletions("so")).containsExactly("some-");
        protocol.chooseWords("some-words");
        assertThat(recorder.take()).contains("sendList()", "sendClaim(42)", "tellCode(42-some-words)");
    }

    @Test
    void takesNoWordsBeforeANameplateAndNoneTwice() throws WormholeException {
        refuses(ErrorCode.USAGE, () -> protocol.chooseNameplate("4"));
        protocol.inputCode();
        refuses(ErrorCode.MUST_CHOOSE_NAMEPLATE_FIRST, () -> protocol.chooseWords("word"));
        protocol.chooseNameplate("4");
        refuses(ErrorCode.ALREADY_CHOSE_NAMEPLATE, () -> protocol.chooseNameplate("5"));
        protocol.chooseWords("word");
        refuses(ErrorCode.ALREADY_CHOSE_WORDS, () -> protocol.chooseWords("word"));
    }

    @Test
    void takesNothingAfterTheGoodbye() {
        protocol.close();

        refuses(ErrorCode.WORMHOLE_CLOSED, () -> protocol.setCode("4-word"));
        refuses(ErrorCode.WORMHOLE_CLOSED, () -> protocol.send(bytes("hello")));
    }

    @Test
    void ignoresPhasesThatItDoesNotKnow() throws WormholeException {
        open();
        for (String phase : new String[] {"dilate-0", "", "-1", "01", "+1", "1e3", "\u00e9", "\u0661", "99999999999"}) {
            protocol.rxMessage("peer", phase, bytes("body"));
        }

        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void endsWhenTheServerSendsWithoutEnd() throws WormholeException {
        open();
        for (int i = 0; i <= 10_000; i++) {
            protocol.rxMessage("peer", Integer.toString(i), bytes("body"));
        }

        assertThat(recorder.take()).contains("tellClosing(LONELY)", "sendRelease(4)", "sendClose(m, LONELY)");
    }

    @Test
    void keepsOnlySoMuchThatCannotBeOpenedYet() throws WormholeException {
        open();
        byte[] big = new byte[2 << 20];
        for (int i = 0; i < 8; i++) {
            protocol.rxMessage("peer", Integer.toString(i), big);
        }
        assertThat(recorder.take()).noneMatch(action -> action.startsWith("tellClosing"));

        protocol.rxMessage("peer", "8", new byte[1]);

        assertThat(recorder.take()).contains("tellClosing(LONELY)", "sendClose(m, LONELY)");
    }

    @Test
    void aConversationMayBeLongAndComeAgainAfterEachReconnect() throws WormholeException {
        open();
        FakeCryptography peer = new FakeCryptography(new Random(2));
        protocol.rxMessage("peer", "pake", peer.start("4-word"));
        Cryptography.Session session = peer.finish(pake);
        protocol.rxMessage("peer", "version", session.seal("peer", "version", bytes("{}")));
        for (int again = 0; again < 3; again++) {
            for (int i = 0; i < 20_000; i++) {
                String phase = Integer.toString(i);
                protocol.rxMessage("peer", phase, session.seal("peer", phase, bytes(phase)));
            }
        }

        assertThat(recorder.take())
                .filteredOn(action -> action.startsWith("tellMessage"))
                .hasSize(20_000)
                .endsWith("tellMessage(19999)");
    }

    @Test
    void releasesANameplateThatWasRefused() throws WormholeException {
        protocol.connected();
        protocol.setCode("4-word");
        recorder.take();

        protocol.rxError(new WormholeException(ErrorCode.SERVER_ERROR, "crowded"));
        assertThat(recorder.take()).containsExactly("tellClosing(ERRORY)", "sendRelease(4)");
        protocol.rxReleased();
        assertThat(recorder.take()).containsExactly("stopConnection()");
        protocol.stopped();
        assertThat(recorder.take()).singleElement().asString().contains("crowded");
    }

    @Test
    void endsWithoutWaitingWhenTheServerAllocatesNothing() throws WormholeException {
        protocol.connected();
        protocol.allocateCode(2);
        recorder.take();

        protocol.rxError(new WormholeException(ErrorCode.SERVER_ERROR, "full"));

        assertThat(recorder.take()).containsExactly("tellClosing(ERRORY)", "stopConnection()");
    }

    @Test
    void leavesAServerThatDoesNotWantUs() {
        protocol.unwelcome(new WormholeException(ErrorCode.UNWELCOME, "go away"));
        protocol.stopped();

        assertThat(recorder.take())
                .satisfiesExactly(
                        action -> assertThat(action).isEqualTo("tellClosing(UNWELCOME)"),
                        action -> assertThat(action).isEqualTo("stopConnection()"),
                        action -> assertThat(action).contains("go away"));
    }

    @Test
    void tellsTheFailureOfAServerThatCannotBeReached() {
        protocol.unreachable(new WormholeException(ErrorCode.SERVER_UNREACHABLE, "nobody there"));

        assertThat(recorder.take())
                .singleElement()
                .asString()
                .startsWith("tellClosed(")
                .contains("nobody there");
    }

    @Test
    void aGoodbyeThatCannotBeSaidEndsAsItWouldHave() throws WormholeException {
        open();
        protocol.close();
        recorder.take();

        protocol.unreachable(new WormholeException(ErrorCode.TIMEOUT, "no answer"));

        assertThat(recorder.take()).singleElement().asString().contains("nobody came");
    }

    private void open() throws WormholeException {
        protocol.connected();
        protocol.setCode("4-word");
        protocol.rxClaimed("m");
        String added = recorder.take().get(3);
        pake = bytes(added.substring("sendAdd(pake, ".length(), added.length() - 1));
    }

    private interface Call {
        void run() throws WormholeException;
    }

    private static void refuses(ErrorCode code, Call call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package wormhole.plugin.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static wormhole.plugin.sshkey.Meeting.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;
import wormhole.spi.WormholePlugin;
import wormhole.spi.testkit.FakeConversation;

class SshCommandsTest {
    private static final Map<String, List<String>> CODE = Map.of("code", List.of("4-purple-sausages"));
    private static final Map<String, List<String>> YES = Map.of("yes", List.of("true"));

    @TempDir
    private Path host;

    @TempDir
    private Path guest;

    private final Meeting inviter = new Meeting(FakeConversation.open(Map.of(), Map.of()));
    private final Meeting accepter = new Meeting(inviter.conversation().peer());

    @BeforeEach
    void makeKey() throws Exception {
        Files.createDirectory(guest.resolve(".ssh"));
        key("id_ed25519.pub", SampleKeys.ED25519);
    }

    private void key(String name, String content) throws Exception {
        Files.writeString(guest.resolve(".ssh").resolve(name), content + "\n");
    }

    private CompletableFuture<@Nullable WormholeException> invite(Map<String, List<String>> options) {
        return inviter.run(new InviteCommand(accounts(host)), options);
    }

    private CompletableFuture<@Nullable WormholeException> accept(Map<String, List<String>> options) {
        return accepter.run(new AcceptCommand(accounts(guest)), options);
    }

    private static Accounts accounts(Path home) {
        return new Accounts(new Account("me", home, true), Path.of("missing"));
    }

    private Path authorizedKeys() {
        return host.resolve(".ssh/authorized_keys");
    }

    @Test
    void areFoundAsAPlugin() {
        assertThat(ServiceLoader.load(WormholePlugin.class)).anySatisfy(plugin -> {
            assertThat(plugin.applications()).containsExactly(SshAdd.INSTANCE);
            assertThat(plugin.commands())
                    .extracting(command -> command.spec().name())
                    .containsExactly("ssh invite", "ssh accept");
        });
    }

    @Test
    void bringTheKeyToItsPlaceOnceBothHaveAgreed() throws Exception {
        inviter.ui().answering("yes");
        accepter.ui().answering("yes");
        var invited = invite(Map.of("code-length", List.of("3")));
        var accepted = accept(CODE);

        assertThat(get(accepted)).isNull();
        assertThat(get(invited)).isNull();
        assertThat(authorizedKeys()).hasContent(SampleKeys.ED25519 + "\n");
        assertThat(inviter.met()).isCompletedWithValue(new CodeChoice.Allocate(3));
        assertThat(accepter.met()).isCompletedWithValue(new CodeChoice.Given("4-purple-sausages"));
        assertThat(inviter.ui().questions())
                .singleElement()
                .satisfies(question -> assertThat(question.text())
                        .contains(
                                SampleKeys.ED25519_FINGERPRINT,
                                "alice@laptop",
                                authorizedKeys().toString()))
                .satisfies(question -> assertThat(question.choices()).first().isEqualTo(Question.NO));
        assertThat(accepter.ui().event("ssh-key-sent").fields())
                .containsEntry("fingerprint", SampleKeys.ED25519_FINGERPRINT);
    }

    @Test
    void askNobodyWhoHasAgreedBefore() throws Exception {
        var invited = invite(YES);
        var accepted = accept(Map.of("code", CODE.get("code"), "yes", List.of("true")));

        assertThat(get(accepted)).isNull();
        assertThat(get(invited)).isNull();
        assertThat(inviter.ui().questions()).isEmpty();
        assertThat(accepter.ui().questions()).isEmpty();
        assertThat(inviter.ui().event("ssh-key-added").fields()).containsEntry("added", true);
    }

    @Test
    void confirmAKeyThatIsThereAlready() throws Exception {
        new AuthorizedKeys(new Account("me", host, true)).add(SampleKeys.key(SampleKeys.ED25519));
        var invited = invite(YES);
        accepter.ui().answering("yes");

        assertThat(get(accept(CODE))).isNull();
        assertThat(get(invited)).isNull();
        assertThat(inviter.ui().event("ssh-key-added").fields()).containsEntry("added", false);
        assertThat(authorizedKeys()).hasContent(SampleKeys.ED25519 + "\n");
    }

    @Test
    void tellTheGuestThatTheKeyIsNotWanted() throws Exception {
        inviter.ui().answering("no");
        accepter.ui().answering("yes");
        var invited = invite(Map.of());

        assertFailed(ErrorCode.REJECTED_BY_PEER, accept(CODE));
        assertFailed(ErrorCode.REJECTED_HERE, invited);
        assertThat(host).isEmptyDirectory();
    }

    @Test
    void addNothingIfNobodyCanBeAsked() throws Exception {
        accepter.ui().answering("yes");
        var invited = invite(Map.of());

        assertFailed(ErrorCode.REJECTED_BY_PEER, accept(CODE));
        assertFailed(ErrorCode.NO_ANSWER, invited);
        assertThat(host).isEmptyDirectory();
    }

    @Test
    void keepTheCodeIfTheKeyIsNotSent() throws Exception {
        accepter.ui().answering("no");

        assertFailed(ErrorCode.REJECTED_HERE, accept(CODE));
        assertThat(accepter.met()).isNotDone();
    }

    @Test
    void letTheGuestChooseBetweenKeys() throws Exception {
        key("id_rsa.pub", SampleKeys.RSA);
        accepter.ui().answering("2");
        var invited = invite(YES);

        assertThat(get(accept(CODE))).isNull();
        assertThat(get(invited)).isNull();
        assertThat(authorizedKeys()).hasContent(SampleKeys.RSA + "\n");
        assertThat(accepter.ui().questions())
                .containsExactly(new Question("which-key", "Send which key?", List.of("1", "2")));
        assertThat(accepter.ui().events())
                .extracting(Event::text)
                .anyMatch(text -> text.contains("id_ed25519.pub") && text.contains(SampleKeys.ED25519_FINGERPRINT));
    }

    @Test
    void doNotChooseBetweenKeysForTheGuest() throws Exception {
        key("id_rsa.pub", SampleKeys.RSA);

        assertFailed(ErrorCode.NO_ANSWER, accept(Map.of("code", CODE.get("code"), "yes", List.of("true"))));
        assertThat(accepter.met()).isNotDone();
    }

    @Test
    void sendTheKeyThatIsNamed() throws Exception {
        key("id_rsa.pub", SampleKeys.RSA);
        var invited = invite(YES);
        accepter.ui().answering("yes");
        String file = guest.resolve(".ssh/id_rsa.pub").toString();

        assertThat(get(accept(Map.of("code", CODE.get("code"), "key-file", List.of(file)))))
                .isNull();
        assertThat(get(invited)).isNull();
        assertThat(authorizedKeys()).hasContent(SampleKeys.RSA + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                SampleKeys.ED25519 + "\n" + SampleKeys.RSA,
                "command=\"sh\" " + SampleKeys.ED25519,
                SampleKeys.PRIVATE,
            })
    void refuseWhatIsNoKey(String text) throws Exception {
        var invited = invite(YES);
        accepter.conversation().sendJson(Map.of("offer", Map.of("message", text)));

        assertFailed(ErrorCode.MALFORMED_PEER_MESSAGE, invited);
        assertThat(host).isEmptyDirectory();
        assertThat(accepter.conversation().receiveJson().field("error").text(100))
                .startsWith("the key ");
    }

    @Test
    void refuseAnOfferOfSomethingElse() throws Exception {
        var invited = invite(YES);
        accepter.conversation().sendJson(Map.of("unknown", 1));
        accepter.conversation().sendJson(Map.of("offer", Map.of("file", Map.of("filename", "x"))));

        assertFailed(ErrorCode.MALFORMED_PEER_MESSAGE, invited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "OK"})
    void believeOnlyInAConfirmation(String ack) throws Exception {
        accepter.ui().answering("yes");
        var accepted = accept(CODE);
        inviter.conversation().sendJson(Map.of("answer", Map.of("message_ack", ack)));

        assertFailed(ErrorCode.NOT_CONFIRMED, accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "33", "999999999999"})
    void refuseACodeThatNobodyCouldSay(String words) throws Exception {
        assertFailed(ErrorCode.USAGE, invite(Map.of("code-length", List.of(words))));
    }

    private static void assertFailed(ErrorCode code, CompletableFuture<@Nullable WormholeException> outcome)
            throws Exception {
        assertThat(get(outcome)).isNotNull().extracting(WormholeException::code).isEqualTo(code);
    }
}

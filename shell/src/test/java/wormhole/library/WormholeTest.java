package wormhole.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wormhole.engine.CodeInput;
import wormhole.engine.Wormhole;
import wormhole.engine.WormholeListener;
import wormhole.engine.WormholeSettings;
import wormhole.engine.WormholeStatus;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** What a library user can do with one wormhole. */
class WormholeTest {
    private LocalServers servers;
    private WormholeSettings settings;
    private final List<Wormhole> opened = new ArrayList<>();

    @BeforeEach
    void start() throws WormholeException {
        servers = LocalServers.start();
        settings = WormholeSettings.forApp("example.com/test").withMailboxServer(servers.mailbox());
    }

    @AfterEach
    void stop() {
        opened.forEach(Wormhole::close);
        servers.close();
    }

    private Wormhole open(WormholeListener listener) {
        Wormhole wormhole = Wormhole.open(settings, listener);
        opened.add(wormhole);
        return wormhole;
    }

    private Wormhole open() {
        return open(WormholeListener.NONE);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(thrown -> {
            Throwable failure = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            WormholeException.class, e -> assertThat(e.code()).isEqualTo(code));
        });
    }

    @Test
    void bothSidesAgreeOnEverything() throws Exception {
        settings = settings.withAppVersions(Map.of("colour", "blue"));
        Wormhole here = open();
        Wormhole there = open();
        here.allocateCode(3);
        there.setCode(get(here.code()));

        assertThat(get(here.code()).split("-", -1)).hasSize(4);
        assertThat(get(here.verifier())).isEqualTo(get(there.verifier())).hasSize(32);
        assertThat(get(there.versions()).field("colour").text(10)).isEqualTo("blue");
        assertThat(here.deriveKey("purpose", 100))
                .isEqualTo(there.deriveKey("purpose", 100))
                .isNotEqualTo(here.deriveKey("other purpose", 100));
    }

    @Test
    void messagesArriveInOrderAlsoThoseSentBeforeThePeerCame() throws Exception {
        Wormhole here = open();
        Wormhole there = open();
        here.send("one".getBytes(UTF_8));
        here.setCode("4-early-bird");
        there.setCode("4-early-bird");
        get(there.verifier());
        here.send("two".getBytes(UTF_8));
        here.send(new byte[0]);
        there.send("back".getBytes(UTF_8));

        assertThat(get(there.receive())).isEqualTo("one".getBytes(UTF_8));
        assertThat(get(there.receive())).isEqualTo("two".getBytes(UTF_8));
        assertThat(get(there.receive())).isEmpty();
        assertThat(get(here.receive())).isEqualTo("back".getBytes(UTF_8));
    }

    @Test
    void everythingIsAlsoAnEvent() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Wormhole here = open(new WormholeListener() {
            @Override
            public void code(String code) {
                heard.add("code");
            }

            @Override
            public void unverifiedKey() {
                heard.add("key");
            }

            @Override
            public void verifier(byte[] verifier) {
                heard.add("verifier");
            }

            @Override
            public void message(byte[] message) {
                heard.add(new String(message, UTF_8));
            }

            @Override
            public void status(WormholeStatus status) {
                heard.add(status.connection() + "/" + status.code() + "/" + status.key());
            }
        });
        Wormhole there = open();
        here.setCode("4-event-horizon");
        there.setCode("4-event-horizon");
        there.send("hello".getBytes(UTF_8));
        get(here.receive());
        here.close();
        get(here.closed());

        assertThat(heard)
                .contains(
                        "code",
                        "CONNECTED/CONSUMED/UNVERIFIED",
                        "key",
                        "CONNECTED/CONSUMED/VERIFIED",
                        "verifier",
                        "hello")
                .endsWith("CLOSED/CONSUMED/VERIFIED");
        assertThat(heard.indexOf("code")).isLessThan(heard.indexOf("key"));
        assertThat(heard.indexOf("key")).isLessThan(heard.indexOf("verifier"));
        assertThat(heard.indexOf("verifier")).isLessThan(heard.indexOf("hello"));
    }

    @Test
    void aCodeCanBeTypedWithCompletion() throws Exception {
        Wormhole here = open();
        here.allocateCode(2);
        String code = get(here.code());
        String nameplate = code.substring(0, code.indexOf('-'));
        String words = code.substring(code.indexOf('-') + 1);
        Wormhole there = open();
        CodeInput input = there.inputCode();
        while (input.nameplateCompletions("").isEmpty()) {
            input.refreshNameplates();
        }

        assertThat(input.nameplateCompletions(nameplate.substring(0, 1))).contains(nameplate + "-");
        assertFails(ErrorCode.MUST_CHOOSE_NAMEPLATE_FIRST, () -> input.chooseWords(words));
        input.chooseNameplate(nameplate);
        assertFails(ErrorCode.ALREADY_CHOSE_NAMEPLATE, () -> input.chooseNameplate(nameplate));
        assertThat(input.wordCompletions(words.substring(0, 3))).contains(words.substring(0, words.indexOf('-') + 1));
        input.chooseWords(words);
        assertFails(ErrorCode.ALREADY_CHOSE_WORDS, () -> input.chooseWords(words));

        assertThat(get(there.verifier())).isEqualTo(get(here.verifier()));
    }

    @Test
    void differentCodesAreNoticedByBothSides() throws Exception {
        Wormhole here = open();
        Wormhole there = open();
        here.setCode("4-right-words");
        there.setCode("4-wrong-words");

        assertFails(ErrorCode.WRONG_CODE, () -> get(here.verifier()));
        assertFails(ErrorCode.WRONG_CODE, () -> get(there.verifier()));
        assertFails(ErrorCode.WRONG_CODE, () -> get(here.closed()));
    }

    @Test
    void everyMisuseHasItsOwnName() throws Exception {
        Wormhole wormhole = open();

        assertFails(ErrorCode.MALFORMED_CODE, () -> wormhole.setCode("4-has spaces"));
        assertFails(ErrorCode.MALFORMED_CODE, () -> wormhole.setCode("no-number"));
        assertFails(ErrorCode.USAGE, () -> wormhole.allocateCode(0));
        assertFails(ErrorCode.NO_KEY, () -> wormhole.deriveKey("purpose", 32));
        wormhole.setCode("4-only-one");
        assertFails(ErrorCode.ONLY_ONE_CODE, () -> wormhole.setCode("4-only-one"));
        assertFails(ErrorCode.ONLY_ONE_CODE, () -> wormhole.allocateCode(2));
        assertFails(ErrorCode.ONLY_ONE_CODE, wormhole::inputCode);
    }

    @Test
    void whoClosesBeforeAnybodyCameIsLonely() throws Exception {
        Wormhole wormhole = open();
        wormhole.setCode("4-nobody-home");
        get(wormhole.code());

        wormhole.close();

        assertFails(ErrorCode.LONELY, () -> get(wormhole.closed()));
        assertFails(ErrorCode.LONELY, () -> get(wormhole.receive()));
        assertFails(ErrorCode.WORMHOLE_CLOSED, () -> wormhole.send(new byte[1]));
    }

    @Test
    void aServerThatIsNotThereIsReportedAtOnce() {
        settings = settings.withMailboxServer(URI.create("ws://127.0.0.1:1/v1"));
        Wormhole wormhole = open();

        assertFails(ErrorCode.SERVER_UNREACHABLE, () -> get(wormhole.welcome()));
    }
}

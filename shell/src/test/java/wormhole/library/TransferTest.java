package wormhole.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.engine.ClientSettings;
import wormhole.engine.CodePrompt;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WormholeClient;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.engine.transfer.Consent;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** Whole transfers between two clients, with the built plugins and the real servers. */
class TransferTest {
    private static final String CODE = "4-purple-sausages";

    @TempDir
    private Path from;

    @TempDir
    private Path to;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RecordingUserInterface sender = new RecordingUserInterface();
    private final RecordingUserInterface receiver = new RecordingUserInterface();
    private LocalServers servers;

    @BeforeEach
    void start() throws WormholeException {
        servers = LocalServers.start();
    }

    @AfterEach
    void stop() {
        servers.close();
        threads.shutdownNow();
    }

    /** One side of a transfer. */
    private interface Side {
        void run() throws WormholeException;
    }

    private Future<@Nullable ErrorCode> outcomeOf(Side side) {
        return threads.submit(() -> {
            try {
                side.run();
                return null;
            } catch (WormholeException e) {
                return e.code();
            }
        });
    }

    private static @Nullable ErrorCode get(Future<@Nullable ErrorCode> outcome) throws Exception {
        return outcome.get(60, TimeUnit.SECONDS);
    }

    private WormholeClient client(ClientSettings settings) {
        return new WormholeClient(servers.plugins(), settings, CodePrompt.PLAIN);
    }

    private Future<@Nullable ErrorCode> send(ClientSettings settings, SendRequest request) {
        return outcomeOf(() -> client(settings).send(request, new CodeChoice.Given(CODE), false, sender));
    }

    private Future<@Nullable ErrorCode> receive(ClientSettings settings, Consent consent) {
        return outcomeOf(() -> client(settings)
                .receive(ReceiveRequest.into(to), new CodeChoice.Given(CODE), consent, false, receiver));
    }

    private Path file(String name, int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(from.resolve(name), content);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT, relay, directly",
        "RELAY, relay, through the relay",
        "RELAY, relay-websocket, through the relay",
    })
    void aFileArrivesWholeOnEveryPath(TransitPolicy policy, String relay, String path) throws Exception {
        ClientSettings settings = servers.settingsWithRelay(relay).withTransit(policy);
        Path file = file("data.bin", 1_000_003);

        Future<@Nullable ErrorCode> sent = send(settings, SendRequest.ofPaths(file));

        assertThat(get(receive(settings, Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(to.resolve("data.bin")).hasSameBinaryContentAs(file);
        assertThat(receiver.event("transit").fields().get("path").toString()).startsWith(path);
        assertThat(receiver.event("transit").fields().containsKey("why")).isEqualTo(policy == TransitPolicy.RELAY);
        assertThat(sender.event("transit").text()).contains(policy == TransitPolicy.RELAY ? "because" : "directly");
    }

    @Test
    void bothHearWhyTheWayIsLongerWhenOnePluginFails() throws Exception {
        PluginRegistry plugins = withoutGoodDirectTransit();
        Path file = file("data.bin", 10_000);
        WormholeClient client = new WormholeClient(plugins, servers.settings(), CodePrompt.PLAIN);

        Future<@Nullable ErrorCode> sent =
                outcomeOf(() -> client.send(SendRequest.ofPaths(file), new CodeChoice.Given(CODE), false, sender));
        Future<@Nullable ErrorCode> got = outcomeOf(() ->
                client.receive(ReceiveRequest.into(to), new CodeChoice.Given(CODE), Consent.GIVEN, false, receiver));

        assertThat(get(got)).isNull();
        assertThat(get(sent)).isNull();
        for (RecordingUserInterface ui : List.of(sender, receiver)) {
            assertThat(ui.event("transit").fields())
                    .containsEntry("why", "direct-tcp-v1 could not be made ready: no socket is to be had");
        }
    }

    private PluginRegistry withoutGoodDirectTransit() {
        TransitMethod broken = new TransitMethod() {
            @Override
            public String type() {
                return "direct-tcp-v1";
            }

            @Override
            public TransitSession open(TransitContext context) throws WormholeException {
                throw new WormholeException(ErrorCode.PLUGIN, "no socket is to be had");
            }
        };
        List<LoadedPlugin> plugins = new ArrayList<>(servers.plugins().plugins());
        plugins.removeIf(plugin -> plugin.id().equals("transit-direct"));
        plugins.add(
                new LoadedPlugin("broken", "", "1", to, List.of(), List.of(), List.of(broken), List.of(), List.of()));
        return new PluginRegistry(plugins, List.of());
    }

    @Test
    void whoIsAskedForACodeBeforeThereIsOneCanStillCompleteIt() throws Exception {
        List<Future<@Nullable ErrorCode>> sent = new ArrayList<>();
        CodePrompt patient = (ui, completions) -> {
            assertThat(completions.apply("")).isEmpty();
            sent.add(send(servers.settings(), SendRequest.ofText("hi")));
            while (!completions.apply("4").contains("4-")) {
                Thread.onSpinWait();
            }
            return CODE;
        };
        WormholeClient client = new WormholeClient(servers.plugins(), servers.settings(), patient);

        assertThat(get(outcomeOf(() ->
                        client.receive(ReceiveRequest.into(to), new CodeChoice.Ask(), Consent.GIVEN, false, receiver))))
                .isNull();
        assertThat(get(sent.get(0))).isNull();
    }

    @Test
    void whoShowsTheCodeHearsThatItWasUsed() throws Exception {
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofText("hi"));

        assertThat(get(receive(servers.settings(), Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(sender.event("peer").level()).isEqualTo(Event.Level.INFO);
        assertThat(sender.event("peer").text()).isEqualTo("The code was used.");
        assertThat(receiver.event("peer").level()).isEqualTo(Event.Level.DETAIL);
    }

    @Test
    void anEmptyFileArrives() throws Exception {
        Path file = file("empty", 0);

        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(file));

        assertThat(get(receive(servers.settings(), Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(to.resolve("empty")).isEmptyFile();
    }

    @Test
    void aFolderArrivesWithItsEmptyFolders() throws Exception {
        Path folder = Files.createDirectories(from.resolve("trip/photos/empty"))
                .getParent()
                .getParent();
        Files.writeString(folder.resolve("grüße.txt"), "hello");

        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(folder));

        assertThat(get(receive(servers.settings(), Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(to.resolve("trip/photos/empty")).isEmptyDirectory();
        assertThat(to.resolve("trip/grüße.txt")).hasContent("hello");
    }

    @Test
    void aTextArrivesEvenWhereOnlyTextsAreWanted() throws Exception {
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofText("hi there"));

        assertThat(get(receive(servers.settings(), Consent.TEXT_ONLY))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(receiver.event("text").fields()).containsEntry("text", "hi there");
    }

    @Test
    void aFileIsRefusedWhereOnlyTextsAreWanted() throws Exception {
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(file("a", 10)));

        assertThat(get(receive(servers.settings(), Consent.TEXT_ONLY))).isEqualTo(ErrorCode.REJECTED_HERE);
        assertThat(get(sent)).isEqualTo(ErrorCode.REJECTED_BY_PEER);
        assertThat(to).isEmptyDirectory();
    }

    @Test
    void whereOnlyTextsAreWantedTheSenderDoesNotLearnWhichNamesAreTaken() throws Exception {
        Files.writeString(to.resolve("a"), "mine");
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(file("a", 10)));

        assertThat(get(receive(servers.settings(), Consent.TEXT_ONLY))).isEqualTo(ErrorCode.REJECTED_HERE);
        assertThat(get(sent)).isEqualTo(ErrorCode.REJECTED_BY_PEER);
        assertThat(to.resolve("a")).hasContent("mine");
    }

    @Test
    void whoSaysNoIsHeardOnTheOtherSide() throws Exception {
        receiver.answering("no");
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(file("a", 10)));

        assertThat(get(receive(servers.settings(), Consent.ASK))).isEqualTo(ErrorCode.REJECTED_HERE);
        assertThat(get(sent)).isEqualTo(ErrorCode.REJECTED_BY_PEER);
    }

    @Test
    void aQuestionThatNobodyAnswersIsARefusal() throws Exception {
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(file("a", 10)));

        assertThat(get(receive(servers.settings(), Consent.ASK))).isEqualTo(ErrorCode.NO_ANSWER);
        assertThat(get(sent)).isEqualTo(ErrorCode.REJECTED_BY_PEER);
    }

    @Test
    void aVerifierThatDiffersEndsItForBoth() throws Exception {
        sender.answering("no");
        Future<@Nullable ErrorCode> sent = outcomeOf(() -> client(servers.settings())
                .send(SendRequest.ofText("secret"), new CodeChoice.Given(CODE), true, sender));

        assertThat(get(receive(servers.settings(), Consent.GIVEN))).isEqualTo(ErrorCode.REJECTED_BY_PEER);
        assertThat(get(sent)).isEqualTo(ErrorCode.REJECTED_HERE);
        assertThat(receiver.output().toString()).doesNotContain("secret");
    }

    @Test
    void aWrongCodeIsNoticedByBoth() throws Exception {
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofText("secret"));
        Future<@Nullable ErrorCode> received = outcomeOf(() -> client(servers.settings())
                .receive(
                        ReceiveRequest.into(to),
                        new CodeChoice.Given("4-purple-elephant"),
                        Consent.GIVEN,
                        false,
                        receiver));

        assertThat(get(sent)).isEqualTo(ErrorCode.WRONG_CODE);
        assertThat(get(received)).isEqualTo(ErrorCode.WRONG_CODE);
    }

    @Test
    void aFileThatExistsIsRefusedBeforeAnythingTravels() throws Exception {
        Files.writeString(to.resolve("a"), "old");
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(file("a", 10)));

        assertThat(get(receive(servers.settings(), Consent.GIVEN))).isEqualTo(ErrorCode.FILE_EXISTS);
        assertThat(get(sent)).isEqualTo(ErrorCode.PEER_ERROR);
        assertThat(to.resolve("a")).hasContent("old");
    }

    @Test
    void anInterruptTellsThePeer() throws Exception {
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofPaths(file("a", 10)));
        Future<@Nullable ErrorCode> received = outcomeOf(() -> client(servers.settings())
                .receive(
                        ReceiveRequest.into(to),
                        new CodeChoice.Given(CODE),
                        Consent.ASK,
                        false,
                        new Hesitating(receiver, asking)));

        asking.get(30, TimeUnit.SECONDS).interrupt();

        assertThat(get(received)).isEqualTo(ErrorCode.INTERRUPTED);
        assertThat(get(sent)).isEqualTo(ErrorCode.PEER_ERROR);
    }

    /** A person who is asked and says nothing. */
    private record Hesitating(UserInterface told, CompletableFuture<Thread> asking) implements UserInterface {
        @Override
        public void tell(Event event) {
            told.tell(event);
        }

        @Override
        public String ask(Question question) throws WormholeException {
            asking.complete(Thread.currentThread());
            try {
                return new CompletableFuture<String>().get();
            } catch (Exception e) {
                throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
            }
        }

        @Override
        public Progress progress(String what, long total) {
            return told.progress(what, total);
        }

        @Override
        public OutputStream output() {
            return told.output();
        }
    }

    @Test
    void whatIsMissingIsFoundBeforeACodeIsShown() throws Exception {
        assertThat(get(send(servers.settings(), SendRequest.ofPaths(from.resolve("missing")))))
                .isEqualTo(ErrorCode.FILE_NOT_FOUND);
        assertThat(sender.events()).isEmpty();
    }

    @Test
    void aTextKeepsEveryByte() throws Exception {
        String text = "line one\nline two \u001b[31m grüße";
        Future<@Nullable ErrorCode> sent = send(servers.settings(), SendRequest.ofText(text));

        assertThat(get(receive(servers.settings(), Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(receiver.event("text").fields()).containsEntry("text", text);
    }
}

package wormhole.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.engine.CodePrompt;
import wormhole.engine.WormholeClient;
import wormhole.engine.plugin.PluginLoader;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.engine.transfer.Consent;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Command;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** The examples of {@code docs/write-a-plugin.md}: each is built, dropped into a plugin folder, loaded, and used. */
class ExamplePluginsTest {
    private static final CodeChoice CODE = new CodeChoice.Given("4-purple-sausages");
    private static final Path BUILT_IN = Path.of("target/plugins");

    @TempDir
    private Path work;

    @TempDir
    private Path dropIn;

    @TempDir
    private Path from;

    @TempDir
    private Path to;

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
    }

    private PluginRegistry load(String example, Path builtIn) throws Exception {
        ExampleProject.named(example).build(work, dropIn);
        PluginRegistry plugins = PluginLoader.load(List.of(builtIn, dropIn));
        assertThat(plugins.problems()).isEmpty();
        return plugins;
    }

    private WormholeClient client(PluginRegistry plugins) throws WormholeException {
        return new WormholeClient(plugins, servers.settings(), CodePrompt.PLAIN);
    }

    /** One side of a conversation. */
    private interface Side {
        void run() throws WormholeException;
    }

    private static CompletableFuture<@Nullable ErrorCode> outcomeOf(Side side) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        side.run();
                        return null;
                    } catch (WormholeException e) {
                        return e.code();
                    }
                },
                task -> new Thread(task, "side").start());
    }

    private static <T> T get(CompletableFuture<T> outcome) throws Exception {
        return outcome.get(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<@Nullable ErrorCode> send(PluginRegistry plugins, SendRequest request) {
        return outcomeOf(() -> client(plugins).send(request, CODE, false, sender));
    }

    private CompletableFuture<@Nullable ErrorCode> receive(PluginRegistry plugins, Consent consent) {
        return outcomeOf(() -> client(plugins).receive(ReceiveRequest.into(to), CODE, consent, false, receiver));
    }

    @Test
    void anAddressIsSentReceivedAndConfirmed() throws Exception {
        PluginRegistry plugins = load("plugin-url", BUILT_IN);
        var sent = send(plugins, SendRequest.ofText("url:https://example.org/?q=1"));

        assertThat(get(receive(plugins, Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(receiver.event("url").fields()).containsEntry("url", "https://example.org/?q=1");
        assertThat(receiver.outputBytes()).asString().isEqualTo("https://example.org/?q=1\n");
    }

    /** By reflection, since one engine for tests cannot run inside the other. */
    @Test
    void theExamplesOwnTestHolds() throws Exception {
        ExampleProject project = ExampleProject.named("plugin-url");
        project.build(work, dropIn);
        URL[] urls = {
            work.resolve("plugin-url").toUri().toURL(),
            project.compileTests(work).toUri().toURL()
        };
        int run = 0;
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("example.url.UrlOfferTest");
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    Constructor<?> constructor = type.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance());
                    run++;
                }
            }
        }
        assertThat(run).isEqualTo(2);
    }

    @Test
    void otherTextsStayTexts() throws Exception {
        PluginRegistry plugins = load("plugin-url", BUILT_IN);
        var sent = send(plugins, SendRequest.ofText("https://example.org"));

        assertThat(get(receive(plugins, Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(receiver.event("text").fields()).containsEntry("text", "https://example.org");
    }

    @Test
    void anAddressThatIsNoneIsFoundBeforeACodeIsShown() throws Exception {
        PluginRegistry plugins = load("plugin-url", BUILT_IN);

        assertThat(get(send(plugins, SendRequest.ofText("url:javascript:alert(1)"))))
                .isEqualTo(ErrorCode.USAGE);
        assertThat(sender.events()).isEmpty();
    }

    @Test
    void whoLacksThePluginSaysSo() throws Exception {
        PluginRegistry plugins = load("plugin-url", BUILT_IN);
        var sent = send(plugins, SendRequest.ofText("url:https://example.org"));

        assertThat(get(receive(servers.plugins(), Consent.GIVEN))).isEqualTo(ErrorCode.UNKNOWN_OFFER);
        assertThat(get(sent)).isEqualTo(ErrorCode.PEER_ERROR);
    }

    @Test
    void twoPeopleTalkLineByLine() throws Exception {
        Command chat = load("plugin-chat", BUILT_IN).commands().stream()
                .filter(command -> command.spec().name().equals("chat"))
                .findFirst()
                .orElseThrow();
        Person here = new Person(sender.answering("hello yourself", ""));
        Person there = new Person(receiver.answering("hello", "bye"));

        var first = outcomeOf(() -> chat.run(new Call(Map.of(), here)));
        String code = get(here.code());
        var second = outcomeOf(() -> chat.run(new Call(Map.of("code", List.of(code)), there)));

        assertThat(get(first)).isNull();
        assertThat(get(second)).isNull();
        assertThat(linesHeardBy(sender)).containsExactly("hello", "bye");
        assertThat(linesHeardBy(receiver)).containsExactly("hello yourself", "");
    }

    private static List<Object> linesHeardBy(RecordingUserInterface ui) {
        return ui.events().stream()
                .filter(event -> event.name().equals("said"))
                .<Object>map(event -> event.fields().get("text"))
                .toList();
    }

    @Test
    void aFileTravelsOverAUnixSocket() throws Exception {
        Path withoutTransit = Files.createDirectory(work.resolve("built-in"));
        try (Stream<Path> jars = Files.list(BUILT_IN.resolve("file"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, withoutTransit.resolve(jar.getFileName()));
            }
        }
        PluginRegistry plugins = load("plugin-unix-socket", withoutTransit);
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(from.resolve("data.bin"), content);

        var sent = send(plugins, SendRequest.ofPaths(file));

        assertThat(get(receive(plugins, Consent.GIVEN))).isNull();
        assertThat(get(sent)).isNull();
        assertThat(to.resolve("data.bin")).hasBinaryContent(content);
        assertThat(receiver.event("transit").fields().get("path")).asString().contains("a Unix socket");
    }

    /** A command line that was parsed. */
    private final class Call implements Invocation {
        private final OptionValues options;
        private final Person person;

        Call(Map<String, List<String>> options, Person person) {
            this.options = OptionValues.of(options, from);
            this.person = person;
        }

        @Override
        public OptionValues options() {
            return options;
        }

        @Override
        public UserInterface ui() {
            return person;
        }

        @Override
        public Path directory() {
            return from;
        }

        @Override
        public InputStream input() {
            return InputStream.nullInputStream();
        }

        @Override
        public void converse(Application application, CodeChoice code, Dialogue dialogue) throws WormholeException {
            client(servers.plugins()).converse(application, code, dialogue, person);
        }
    }

    /** A person whose code can be waited for. */
    private record Person(RecordingUserInterface told, CompletableFuture<String> code) implements UserInterface {
        Person(RecordingUserInterface told) {
            this(told, new CompletableFuture<>());
        }

        @Override
        public void tell(Event event) {
            told.tell(event);
            if (event.name().equals("code")) {
                code.complete(String.valueOf(event.fields().get("code")));
            }
        }

        @Override
        public String ask(Question question) throws WormholeException {
            return told.ask(question);
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
}

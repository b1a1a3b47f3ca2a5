package wormhole.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.OfferType;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** Each plugin here counts in a system property how often it was made. */
class PluginIndexTest {
    private static final String COUNTER = PluginIndexTest.class.getName();

    private static final String BODY = """
            public Demo() { System.setProperty("%1$s", Integer.getInteger("%1$s", 0) + 1 + ""); }
            public String description() { return "%2$s"; }
            public List<OfferType> offerTypes() { return List.of(new Type()); }
            public List<Command> commands() { return List.of(new Verb()); }
            public List<TransitMethod> transitMethods() { return List.of(new Method()); }
            public List<Application> applications() { return List.of(new Talk()); }
            public List<HostedService> hostedServices() { return List.of(new Service()); }

            static final class Type implements OfferType {
                public String key() { return "demo"; }
                public Delivery delivery() { return Delivery.IN_OFFER; }
                public int rank() { return 7; }
                public java.util.Optional<OutgoingOffer> prepare(SendRequest request) { return java.util.Optional.empty(); }
                public void receive(Receiving receiving) {}
            }

            static final class Verb implements Command {
                public CommandSpec spec() {
                    return CommandSpec.named("demo", "Do it").alias("d").describedBy("It does.").example("wormhole demo")
                            .with(Option.text("HOW", "How", "--how", "-H").oneOf("so", "or").defaultingTo("so").repeated())
                            .taking(Argument.optional("WHAT", Argument.Kind.PATH, "What").repeated());
                }
                public void run(Invocation invocation) {}
            }

            static final class Method implements TransitMethod {
                public String type() { return "demo-v1"; }
                public boolean relayed() { return true; }
                public List<java.util.Map<String, ?>> abilities() {
                    return List.of(java.util.Map.of("type", "demo-v1", "ports", List.of(1L, 2L), "fast", true));
                }
                public TransitSession open(TransitContext context) { throw new IllegalStateException(); }
            }

            static final class Talk implements Application {
                public String id() { return "demo"; }
                public String appId() { return "example.org/demo"; }
                public java.util.Map<String, ?> versions() { return java.util.Map.of("demo", java.util.Map.of("v", 2L)); }
            }

            static final class Service implements HostedService {
                public String id() { return "demo"; }
                public String summary() { return "It serves"; }
                public List<Option> options() { return List.of(Option.flag("Loudly", "--loud")); }
                public RunningService start(ServiceContext context) { throw new IllegalStateException(); }
            }
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("cache/index");
    }

    @AfterEach
    void forget() {
        System.clearProperty(COUNTER);
    }

    private static int made() {
        return Integer.getInteger(COUNTER, 0);
    }

    private Path write(String description) {
        return PluginJar.of("\"demo\"", BODY.formatted(COUNTER, description)).writeTo(folder.resolve("plugins/a.jar"));
    }

    private PluginRegistry load(String host) {
        return PluginLoader.load(
                List.of(folder.resolve("plugins")), SlowPlugins.forgotten(), PluginIndex.in(file, host));
    }

    private LoadedPlugin load() {
        PluginRegistry registry = load("1");
        assertThat(registry.problems()).isEmpty();
        return registry.plugins().get(0);
    }

    @Test
    void whatWasLoadedOnceIsKnownWithoutBeingOpened() throws IOException {
        write("one");
        byte[] real = IndexWriter.describe(List.of(load()));

        byte[] known = IndexWriter.describe(List.of(load()));

        assertThat(known).isEqualTo(real);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void itIsOpenedOnceWhenItIsUsed() throws WormholeException {
        write("one");
        load();
        OfferType type = load().offerTypes().get(0);

        assertThat(type.prepare(SendRequest.ofText("x"))).isEmpty();
        assertThat(type.prepare(SendRequest.ofText("x"))).isEmpty();

        assertThat(made()).isEqualTo(2);
    }

    @Test
    void aChangedJarIsAnotherPluginEvenWithItsOldTimeAndSize() throws IOException {
        Path jar = writeWith((byte) 1);
        FileTime time = Files.getLastModifiedTime(jar);
        long size = Files.size(jar);
        load();

        writeWith((byte) 2);
        Files.setLastModifiedTime(jar, time);
        load();
        load();

        assertThat(Files.size(jar)).isEqualTo(size);
        assertThat(made()).isEqualTo(2);
    }

    /** With a file of one byte in it. */
    private Path writeWith(byte content) {
        return PluginJar.of("\"demo\"", BODY.formatted(COUNTER, "one"))
                .entry("data", new byte[] {content})
                .writeTo(folder.resolve("plugins/a.jar"));
    }

    @Test
    void anotherBuildOfTheProgramLoadsEverythingAnew() {
        write("one");
        load("1");
        load("2");

        assertThat(made()).isEqualTo(2);
    }

    @Test
    void whoAsksForAllHasEachOpenedOnce() {
        write("one");
        load();
        PluginRegistry asleep = load("1");

        assertThat(asleep.opened().plugins())
                .extracting(LoadedPlugin::description)
                .containsExactly("one");
        assertThat(asleep.opened().problems()).isEmpty();

        assertThat(made()).isEqualTo(2);
    }

    @Test
    void whoAsksForAllHearsOfThoseThatFailWhenTheyAreOpened() {
        write("one");
        load();
        PluginRegistry asleep = load("1");
        write("another");

        PluginRegistry opened = asleep.opened();
        assertThat(opened.plugins()).isEmpty();
        assertThat(opened.problems())
                .extracting(PluginProblem::what)
                .containsExactly("has changed since this program started");
    }

    @Test
    void whatIsGoneIsForgottenWhenSomethingElseIsLearnt() throws IOException {
        Path jar = write("one");
        load();
        Files.move(jar, jar.resolveSibling("b.jar"));
        load();

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("b.jar")
                .doesNotContain("a.jar");
    }

    @Test
    void aDamagedIndexIsNone() throws IOException {
        write("one");
        load();
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i += 50) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            assertThat(load().description()).isEqualTo("one");
        }
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(load().description()).isEqualTo("one");

        assertThat(made()).isEqualTo(1 + (good.length + 49) / 50 + 1);
    }

    @Test
    void onlyItsOwnerReadsTheIndex() throws IOException {
        write("one");
        load();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aCacheThatCannotBeWrittenCostsOnlyTime() throws IOException {
        Files.createFile(folder.resolve("cache"));
        write("one");
        load();

        assertThat(load().description()).isEqualTo("one");
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void aBadPluginIsTriedEachTimeAndNamedEachTime() {
        PluginJar.of("\"../x\"", "").writeTo(folder.resolve("plugins/a.jar"));
        PluginJar.of("\"b\"", "public Demo() { throw new Error(\"no\"); }").writeTo(folder.resolve("plugins/b.jar"));

        assertThat(load("1").problems()).isEqualTo(load("1").problems()).hasSize(2);
    }

    @Test
    void namesAreStillClaimedOnlyOnce() {
        write("one");
        PluginJar.of("demo").writeTo(folder.resolve("plugins/b.jar"));

        assertThat(load("1").problems()).isEqualTo(load("1").problems()).hasSize(1);
    }

    @Test
    void aJarThatWasReplacedSinceIsNotOpenedUnseen() {
        write("one");
        load();
        OfferType asleep = load().offerTypes().get(0);
        int before = made();
        write("another");

        assertThatThrownBy(() -> asleep.prepare(SendRequest.ofText("x"))).hasMessageContaining("has changed");
        assertThat(made()).isEqualTo(before);
        assertThat(load().description()).isEqualTo("another");
    }

    @Test
    void aPluginThatFailsWhenItIsOpenedIsNamedAndLoadedAnewNextTime() throws IOException {
        Path jar = write("one");
        load();
        OfferType type = load().offerTypes().get(0);
        Files.delete(jar);

        assertThatThrownBy(() -> type.prepare(SendRequest.ofText("x")))
                .isInstanceOf(WormholeException.class)
                .hasMessageContaining("the plugin " + jar + " cannot be read: it is gone");
        write("one");
        load();
        assertThat(made()).isEqualTo(2);
    }
}

package wormhole.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.OfferType;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;

/** Plugins as they should not be: each is a problem that is told, and stops no other. */
class BadPluginTest {
    /** Not cleaned up where jars in use cannot be deleted. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "0.9", "1.999", "", "1", "1.0.0", "x", "99999999999.0", "-1.0"})
    void refusesAnotherVersionOfTheSpiBeforeItLoadsAClass(String version) {
        PluginJar.empty()
                .service("demo.Demo")
                .brokenClass("demo/Demo.class")
                .spiVersion(version)
                .writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).contains("was built for SPI version " + version);
    }

    @Test
    void refusesAJarWithoutAVersionBeforeItLoadsAClass() {
        PluginJar.empty()
                .service("demo.Demo")
                .brokenClass("demo/Demo.class")
                .spiVersion(null)
                .writeTo(folder.resolve("a.jar"));

        assertThat(problem().cure()).contains("Wormhole-Spi-Version");
    }

    @Test
    void tellsWhichClassIsBrokenWhenTheVersionFits() {
        PluginJar.empty().service("demo.Demo").brokenClass("demo/Demo.class").writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).contains("failed to load", "demo/Demo");
    }

    @Test
    void tellsThatAClassIsMissing() {
        PluginJar.empty().service("demo.Missing").writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).contains("demo.Missing");
    }

    @Test
    void tellsThatNoClassIsNamed() {
        PluginJar.empty().writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).contains("names no plugin class");
    }

    @Test
    void tellsThatAFileIsNoJarAtAll() throws IOException {
        Files.writeString(folder.resolve("a.jar"), "not a jar");

        assertThat(problem().what()).contains("cannot be read");
    }

    @Test
    void tellsThatAFolderHoldsNoPlugin() throws IOException {
        Files.createDirectory(folder.resolve("a"));

        assertThat(problem().source()).isEqualTo(folder.resolve("a"));
        assertThat(problem().what()).isEqualTo("is a folder without a jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public Demo() { throw new IllegalStateException(\"oh\"); }",
                "public Demo() { throw new AssertionError(\"oh\"); }",
                "static final int X = Integer.parseInt(\"oh\");",
                "public String description() { throw new AssertionError(\"oh\"); }",
                "public List<OfferType> offerTypes() { throw new StackOverflowError(\"oh\"); }",
                "public List<Command> commands() { throw new NoSuchMethodError(\"oh\"); }",
                "public List<OfferType> offerTypes() { return null; }",
                "public List<Command> commands() { return java.util.Collections.singletonList(null); }",
                "public String description() { return null; }",
                "static <T extends Throwable> void sneak(Throwable t) throws T { throw (T) t; }"
                        + "public List<Command> commands() { Demo.<Error>sneak(new Throwable(\"oh\")); return null; }",
                "public Demo() { throw new OutOfMemoryError(\"oh\"); }",
                "public Demo() { throw new ThreadDeath(); }",
                "public Demo() { new Demo(); }",
                "public List<wormhole.spi.TransitMethod> transitMethods() { return List.of(new wormhole.spi.TransitMethod() {"
                        + "public String type() { return \"t\"; }"
                        + "public List<java.util.Map<String, ?>> abilities() { return List.of(java.util.Map.of(\"oh\", 1)); }"
                        + "public wormhole.spi.TransitSession open(wormhole.spi.TransitContext context) { return null; } }); }",
            })
    void aPluginThatFailsIsAProblemAndStopsNoOther(String body) {
        Path bad = PluginJar.of("\"bad\"", body).writeTo(folder.resolve("a.jar"));
        PluginJar.of("good").writeTo(folder.resolve("b.jar"));

        PluginRegistry registry = load();

        assertThat(registry.plugins()).extracting(LoadedPlugin::id).containsExactly("good");
        assertThat(registry.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo(bad);
            assertThat(problem.what()).contains("failed to load");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public Demo() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }",
                "public Demo() { while (needed()) { Thread.interrupted(); } }",
                "public List<Command> commands() { while (needed()) { Thread.onSpinWait(); } return null; }",
            })
    void aPluginThatBlocksIsGivenUp(String body) {
        // Until the folder is deleted, or all later tests would have to share the processor with it.
        String needed = "static boolean needed() { return java.nio.file.Files.exists(java.nio.file.Path.of("
                + "java.net.URI.create(\"" + folder.toUri() + "\"))); }";
        PluginJar.of("\"bad\"", body + needed).writeTo(folder.resolve("a.jar"));

        PluginRegistry registry =
                PluginLoader.load(List.of(folder), SlowPlugins.forgotten(), PluginIndex.none(), Duration.ofMillis(500));

        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("was not ready after 0.5 seconds"));
    }

    @Test
    void whoeverComesAfterOneThatBlocksHasLittleTimeButHasIt() {
        PluginJar.of("\"bad\"", BLOCKS).writeTo(folder.resolve("a.jar"));
        PluginJar.of("good").writeTo(folder.resolve("b.jar"));

        PluginRegistry registry =
                PluginLoader.load(List.of(folder), SlowPlugins.forgotten(), PluginIndex.none(), Duration.ofMillis(600));

        assertThat(registry.plugins()).extracting(LoadedPlugin::id).containsExactly("good");
    }

    @Test
    void onlyTheFirstProgramWaitsForAPluginThatBlocks() throws IOException {
        Path memory = folder.resolve("cache/slow");
        Path jar = PluginJar.of("\"bad\"", BLOCKS).writeTo(folder.resolve("plugins/a.jar"));
        SlowPlugins first = SlowPlugins.in(memory);
        PluginLoader.load(List.of(jar.getParent()), first, PluginIndex.none(), Duration.ofMillis(300));
        assertThat(first.found()).containsExactly(jar);

        SlowPlugins second = SlowPlugins.in(memory);
        PluginRegistry registry =
                PluginLoader.load(List.of(jar.getParent()), second, PluginIndex.none(), Duration.ofDays(1));
        assertThat(second.found()).isEmpty();
        assertThat(registry.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("was not ready in time before");
            assertThat(problem.cure()).contains("'wormhole plugins'", "wormhole plugins remove a.jar");
        });

        PluginJar.of("good").writeTo(jar);
        assertThat(PluginLoader.load(List.of(jar.getParent()), SlowPlugins.in(memory), PluginIndex.none())
                        .problems())
                .isEmpty();
    }

    @Test
    void whoAsksForAllGivesASlowPluginAnotherChance() {
        Path memory = folder.resolve("cache/slow");
        String property = "blocks." + folder;
        PluginJar.of(
                        "\"demo\"",
                        "public Demo() { while (Boolean.getBoolean(\"" + property + "\")) { Thread.onSpinWait(); } }")
                .writeTo(folder.resolve("plugins/a.jar"));
        List<Path> folders = List.of(folder.resolve("plugins"));
        System.setProperty(property, "true");
        try {
            PluginLoader.load(folders, SlowPlugins.in(memory), PluginIndex.none(), Duration.ofMillis(300));
        } finally {
            System.clearProperty(property);
        }
        PluginRegistry held = PluginLoader.load(folders, SlowPlugins.in(memory), PluginIndex.none());
        assertThat(held.problems())
                .extracting(PluginProblem::what)
                .containsExactly("was not ready in time before, so nobody waits for it now");

        held.opened();
        assertThat(held.opened().problems())
                .extracting(PluginProblem::what)
                .containsExactly("was not ready in time before, but is now");
        assertThat(PluginLoader.load(folders, SlowPlugins.in(memory), PluginIndex.none())
                        .plugins())
                .hasSize(1);
    }

    @Test
    void aMemoryThatCannotBeReadIsAnEmptyOne() throws IOException {
        Path memory = Files.write(folder.resolve("slow"), new byte[] {(byte) 0xff, 0, 1});
        PluginJar.of("good").writeTo(folder.resolve("plugins/a.jar"));

        assertThat(PluginLoader.load(List.of(folder.resolve("plugins")), SlowPlugins.in(memory), PluginIndex.none())
                        .problems())
                .isEmpty();
    }

    @Test
    void whatIsShownOfAPluginIsHarmlessAndShort() {
        PluginJar.of("\"demo\"", """
                        public String description() { return "\\u001b[2J" + "x".repeat(5000); }
                        public List<Command> commands() { return List.of(new Command() {
                            public CommandSpec spec() {
                                return CommandSpec.named("demo", "a\\nb").describedBy("c\\u202e\\n\\nd")
                                    .with(Option.text("V\\u0007", "e\\u001b[1m", "--demo")).example("f\\rg");
                            }
                            public void run(Invocation invocation) {}
                        }); }
                        """).writeTo(folder.resolve("a.jar"));

        LoadedPlugin plugin = load().plugins().get(0);
        CommandSpec spec = plugin.commands().get(0).spec();

        assertThat(plugin.description()).startsWith("\\x1b[2Jxxx").hasSizeLessThan(1100);
        assertThat(spec.summary()).isEqualTo("a\\nb");
        assertThat(spec.description()).isEqualTo("c\\u{202e}\n\nd");
        assertThat(spec.options().get(0).valueName()).isEqualTo("V\\x07");
        assertThat(spec.options().get(0).description()).isEqualTo("e\\x1b[1m");
        assertThat(spec.examples()).containsExactly("f\\rg");
    }

    @Test
    void aLongNameIsNotRepeatedInFull() {
        PluginJar.of("\"a\".repeat(1_000_000)", "").writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).hasSizeLessThan(200).contains("aaa...' is malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public Demo() { System.exit(0); }",
                "public Demo() { Runtime.getRuntime().exit(0); }",
                "public Demo() { Runtime.getRuntime().halt(0); }",
                "public Demo() { java.util.function.IntConsumer exit = System::exit; exit.accept(0); }",
                "public List<Command> commands() { new Thread(() -> System.exit(0)).start(); return List.of(); }",
            })
    void aPluginThatWouldEndTheProgramIsRefused(String body) {
        PluginJar.of("\"bad\"", "static final long X = 1L; static final double Y = 2.0;" + body)
                .writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).contains("its class demo.Demo calls java/lang/", "which ends the program");
    }

    @Test
    void aFailureThatCannotEvenBeDescribedIsAProblem() {
        PluginJar.of("\"bad\"", """
                        static final class Evil extends RuntimeException {
                            public Throwable getCause() { return this; }
                            public String getMessage() { throw new StackOverflowError(); }
                        }
                        public Demo() { throw new Evil(); }
                        """).writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).isEqualTo("failed to load: demo.Demo$Evil");
    }

    @Test
    void aLinkToNothingIsAProblem() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.jar"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("b.jar"), folder.resolve("b.jar"));

        assertThat(load().problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.what()).contains("it is a link to nothing"));
    }

    @Test
    void aServiceFileThatFillsTheMemoryIsNotRead() {
        PluginJar.empty().service("x".repeat(2_000_000)).writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).contains("is bigger than");
    }

    @Test
    void aFaultInUseNamesThePlugin() {
        PluginJar.of(
                        "\"demo\"",
                        PluginJar.OFFER_TYPE.replace("return java.util.Optional.empty();", "throw new Error(\"oh\");"))
                .writeTo(folder.resolve("a.jar"));
        OfferType type = load().offerTypes().get(0);

        assertThatThrownBy(() -> type.prepare(SendRequest.ofText("text")))
                .isInstanceOfSatisfying(WormholeException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN);
                    assertThat(failure.messageText()).isEqualTo("the plugin 'demo' failed: java.lang.Error: oh");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "named(\"a\", null)",
                "named(\"a\", \"b\").describedBy(null)",
                "named(\"a\", \"b\").with(Option.flag(\"c\", \"no dashes\"))",
                "named(\"a\", \"b\").with(Option.flag(\"c\", \"-c\"))",
                "named(\"a\", \"b\").with(Option.flag(\"c\", \"--c\"), Option.flag(\"d\", \"--c\"))",
                "named(\"a\", \"b\").taking(Argument.optional(null, Argument.Kind.TEXT, \"c\"))",
                "named(\"A\", \"b\")",
                "named(\"a\", \"b\").with(Option.text(\"c\", \"d\", \"--e\").oneOf(\"\\u001b\"))",
                "named(\"a\", \"b\").with(Option.text(\"c\", \"d\", \"--e\").defaultingTo(\"f\\ng\"))",
            })
    void refusesACommandThatCannotBeShown(String spec) {
        PluginJar.of("\"demo\"", """
                        public List<Command> commands() { return List.of(new Command() {
                            public CommandSpec spec() { return CommandSpec.%s; }
                            public void run(Invocation invocation) {}
                        }); }
                        """.formatted(spec)).writeTo(folder.resolve("a.jar"));

        assertThat(problem().cure()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"Demo\"",
                "\"1demo\"",
                "\"../demo\"",
                "\"de mo\"",
                "\"demo\\n\"",
                "\"\\u001b[2J\"",
                "\"d\\u00e9mo\"",
                "\"f\\u0456le\"",
                "\"a\".repeat(65)",
                "null"
            })
    void refusesAHostileId(String id) {
        PluginJar.of(id, "").writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).containsAnyOf("malformed", "its id is null");
    }

    @Test
    void refusesAPluginWhoseOfferKeyIsTaken() {
        PluginJar.of("\"one\"", PluginJar.OFFER_TYPE).writeTo(folder.resolve("a.jar"));
        PluginJar.of("\"two\"", PluginJar.OFFER_TYPE).writeTo(folder.resolve("b.jar"));

        PluginRegistry registry = load();

        assertThat(registry.offerTypes()).hasSize(1);
        assertThat(registry.plugins()).extracting(LoadedPlugin::id).containsExactly("one");
        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("offer key 'demo'", "plugin 'one'"));
    }

    @Test
    void refusesAPluginThatHasANameTwice() {
        PluginJar.of("\"one\"", PluginJar.OFFER_TYPE.replace("List.of(", "List.of(new Type(), "))
                .writeTo(folder.resolve("a.jar"));

        assertThat(problem().what()).contains("offer key 'demo'", "twice");
    }

    private static final String BLOCKS =
            "public Demo() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }";

    private PluginRegistry load() {
        return PluginLoader.load(List.of(folder));
    }

    private PluginProblem problem() {
        PluginRegistry registry = load();
        assertThat(registry.plugins()).isEmpty();
        assertThat(registry.problems()).hasSize(1);
        return registry.problems().get(0);
    }
}

package wormhole.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins as they should be. */
class PluginLoaderTest {
    /** Not cleaned up where jars in use cannot be deleted. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void loadsJarsAndFoldersInTheOrderOfTheirIds() {
        PluginJar.of("second").writeTo(folder.resolve("a.jar"));
        PluginJar.of("first").writeTo(folder.resolve("b/plugin.jar"));

        PluginRegistry registry = load();

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.plugins()).extracting(LoadedPlugin::id).containsExactly("first", "second");
        assertThat(registry.plugins()).extracting(LoadedPlugin::version).containsOnly("9.8.7");
        assertThat(registry.plugins())
                .extracting(LoadedPlugin::source)
                .containsExactly(folder.resolve("b"), folder.resolve("a.jar"));
    }

    @Test
    void aFolderThatDoesNotExistIsAnEmptyOne() {
        PluginRegistry registry = PluginLoader.load(List.of(folder.resolve("nowhere")));

        assertThat(registry.plugins()).isEmpty();
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void loadsFromSeveralFoldersAndTheFirstHasTheName() {
        Path mine = PluginJar.of("demo").writeTo(folder.resolve("mine/z.jar"));
        Path theirs = PluginJar.of("demo").writeTo(folder.resolve("theirs/a.jar"));

        PluginRegistry registry = PluginLoader.load(List.of(mine.getParent(), theirs.getParent()));

        assertThat(registry.plugins()).extracting(LoadedPlugin::source).containsExactly(mine);
        assertThat(registry.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo(theirs);
            assertThat(problem.what()).contains("'demo'", "belongs to");
            assertThat(problem.cure()).isNotEmpty();
        });
    }

    @Test
    void whatIsNoJarIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "plugins go here");

        assertThat(load().problems()).isEmpty();
    }

    @Test
    void whatAPluginSaysIsAskedForOnce() throws Exception {
        PluginJar.of(
                        "\"demo\"",
                        PluginJar.OFFER_TYPE.replace(
                                "return \"demo\";",
                                "if (asked) { throw new IllegalStateException(\"again\"); } asked = true; return"
                                        + " \"demo\"; } static boolean asked; public int rank() { return asked ? 7 : 8;"))
                .writeTo(folder.resolve("a.jar"));

        PluginRegistry registry = load();

        assertThat(registry.offerTypes()).singleElement().satisfies(type -> {
            assertThat(type.key()).isEqualTo("demo");
            assertThat(type.rank()).isEqualTo(7);
        });
        assertThat(registry.offerType("demo")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wormhole.engine.plugin.PluginLoader",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.bouncycastle.crypto.digests.SHA256Digest",
                "org.java_websocket.client.WebSocketClient"
            })
    void aPluginSeesNothingOfOurs(String className) throws ClassNotFoundException {
        assertThat(Class.forName(className)).isNotNull();

        assertThat(described("Class.forName(\"" + className + "\").getName()")).startsWith("ClassNotFoundException");
    }

    @Test
    void aPluginSeesTheSpiTheJdkAndItsOwnResources() {
        assertThat(described("Class.forName(\"java.sql.Date\").getName()")).isEqualTo("java.sql.Date");
        assertThat(described("String.valueOf(Demo.class.getResource(\"Demo.class\") != null)"))
                .isEqualTo("true");
        assertThat(described("String.valueOf(Demo.class.getResource(\"/vectors/codes.json\"))"))
                .isEqualTo("null");
    }

    @Test
    void aPluginThatBundlesTheSpiStillGetsOurs() {
        PluginJar.of("demo").brokenClass("wormhole/spi/WormholePlugin.class").writeTo(folder.resolve("a.jar"));

        assertThat(load().problems()).isEmpty();
    }

    @Test
    void pluginsWithClassesOfTheSameNameDoNotMeet() {
        PluginJar.of("\"one\"", "public String description() { return \"1\"; }").writeTo(folder.resolve("a.jar"));
        PluginJar.of("\"two\"", "public String description() { return \"2\"; }").writeTo(folder.resolve("b.jar"));

        assertThat(load().plugins()).extracting(LoadedPlugin::description).containsExactly("1", "2");
    }

    @Test
    void aFolderIsOnePluginWithItsLibraries() {
        PluginJar.empty()
                .source(
                        "library.Helper",
                        "package library; public final class Helper { public static String help() { return \"helped\"; } }")
                .spiVersion(null)
                .writeTo(folder.resolve("p/a-library.jar"));
        PluginJar.of(
                        "\"demo\"",
                        DESCRIPTION.formatted(
                                "(String) Class.forName(\"library.Helper\").getMethod(\"help\").invoke(null)"))
                .writeTo(folder.resolve("p/b-plugin.jar"));

        assertThat(load().plugins()).extracting(LoadedPlugin::description).containsExactly("helped");
    }

    private static final String DESCRIPTION = """
            public String description() {
                try {
                    return %s;
                } catch (Exception e) {
                    return e.getClass().getSimpleName() + " " + e.getMessage();
                }
            }
            """;

    /** What a plugin finds out when it is asked for its description. */
    private String described(String expression) {
        PluginJar.of("\"demo\"", DESCRIPTION.formatted(expression)).writeTo(folder.resolve("a.jar"));
        return load().plugins().get(0).description();
    }

    private PluginRegistry load() {
        return PluginLoader.load(List.of(folder));
    }
}

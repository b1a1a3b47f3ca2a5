package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, and what the distribution holds. */
class LauncherIT {
    @TempDir
    private Path folder;

    private Installed wormhole;

    @BeforeEach
    void prepare() {
        wormhole = new Installed(folder, Map.of());
    }

    @AfterEach
    void stopEverything() {
        wormhole.close();
    }

    @Test
    void theDemoMovesEverything() throws Exception {
        Installed.Run demo = wormhole.start("demo");

        assertThat(demo.status()).as(demo.errorText()).isZero();
        assertThat(demo.outputText())
                .contains("Moved a text", "Moved a file of 8.4 MB", "Moved a directory of 40 files", "All is well");
    }

    @Test
    void theVersionIsThatOfTheJars() throws Exception {
        Installed.Run version = wormhole.start("--version");

        assertThat(version.status()).isZero();
        assertThat(version.outputText().strip())
                .isEqualTo(Installed.HOME.getFileName().toString().replace('-', ' '));
        assertThat(version.errorText()).isEmpty();
    }

    @Test
    void itIsFoundThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Installed.HOME.resolve("bin/wormhole"));
        Installed.Run version = wormhole.start(new ProcessBuilder(link.toString(), "--version"));

        assertThat(version.status()).isZero();
        Files.delete(link);
    }

    @Test
    void aHomeWithoutJavaIsNamed() throws Exception {
        Installed.Run run = runWithJavaHome(folder.resolve("nowhere"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errorText()).contains("wormhole: JAVA_HOME", "nowhere", "Java 17 or newer");
    }

    @Test
    void anOldJavaIsRefusedByItsVersion() throws Exception {
        Path home = folder.resolve("jdk-11");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        assertThat(home.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        Installed.Run run = runWithJavaHome(home);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errorText()).contains("Java 17 or newer is needed", "11.0.2");
    }

    @Test
    void allBuiltInPluginsWork() throws Exception {
        Installed.Run plugins = wormhole.start("plugins", "list");

        assertThat(plugins.status()).isZero();
        assertThat(plugins.outputText())
                .contains(
                        "offer message", "offer file", "offer directory", "direct-tcp-v1", "relay-v1", "mailbox, relay")
                .doesNotContain("Not in use");
    }

    @Test
    void aJarInANamedFolderIsLookedAt() throws Exception {
        Path named = Files.createDirectory(folder.resolve("more"));
        Files.writeString(named.resolve("broken.jar"), "no jar at all");
        Installed.Run plugins = wormhole.start("plugins", "--plugins", named.toString());

        assertThat(plugins.status()).isZero();
        assertThat(plugins.outputText()).contains("Not in use: " + named.resolve("broken.jar"));
    }

    @Test
    void completionsAndManualPagesCoverPluginsToo() throws Exception {
        assertThat(Installed.HOME.resolve("share/completions/wormhole"))
                .content()
                .contains("--mailbox-port", "--on-conflict");
        assertThat(Installed.HOME.resolve("share/completions/_wormhole")).isNotEmptyFile();
        assertThat(Installed.HOME.resolve("share/completions/wormhole.fish")).isNotEmptyFile();
        assertThat(Installed.HOME.resolve("share/man/man1/wormhole.1"))
                .content()
                .startsWith(".TH \"WORMHOLE\" 1")
                .contains("wormhole\\-ssh\\-invite(1)", "--json".replace("-", "\\-"));
        assertThat(Installed.HOME.resolve("share/man/man1/wormhole-server.1"))
                .content()
                .contains("\\fB\\-\\-mailbox\\-port");
    }

    @Test
    void theArchiveRunsWhereverItIsUnpacked() throws Exception {
        String name = Installed.HOME.getFileName().toString();
        String archive = Installed.HOME.toAbsolutePath() + ".tar.gz";
        assertThat(wormhole.start(new ProcessBuilder("tar", "xzf", archive, "-C", folder.toString()))
                        .status())
                .isZero();
        Installed.Run plugins = wormhole.start(
                new ProcessBuilder(folder.resolve(name).resolve("bin/wormhole").toString(), "plugins"));

        assertThat(plugins.status()).isZero();
        assertThat(plugins.outputText())
                .contains(folder.resolve(name).toString())
                .doesNotContain("Not in use");
        assertThat(folder.resolve(name).resolve("LICENSE")).isNotEmptyFile();
        assertThat(Path.of(Installed.HOME + ".zip")).isNotEmptyFile();
    }

    private Installed.Run runWithJavaHome(Path home) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Installed.HOME.resolve("bin/wormhole").toString(), "--version");
        builder.environment().put("JAVA_HOME", home.toString());
        return wormhole.start(builder);
    }
}

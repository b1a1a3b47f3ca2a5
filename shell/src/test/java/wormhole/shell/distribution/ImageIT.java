package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-contained image, unpacked elsewhere, where there is no Java. */
class ImageIT {
    @TempDir
    private static Path folder;

    private static Path home;
    private static Installed wormhole;

    @BeforeAll
    static void unpack() throws Exception {
        Path place = Files.createDirectory(folder.resolve("a place"));
        assertThat(new ProcessBuilder("tar", "xzf", archive().toString(), "-C", place.toString())
                        .start()
                        .waitFor())
                .isZero();
        home = place.resolve(archive().getFileName().toString().replace(".tar.gz", ""));
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        wormhole = new Installed(home, folder, Map.of("PATH", nothing.toString(), "JAVA_HOME", ""));
    }

    private static Path archive() throws Exception {
        Path target = Installed.HOME.toAbsolutePath().getParent();
        try (var files = Files.newDirectoryStream(target, Installed.HOME.getFileName() + "-*.tar.gz")) {
            return files.iterator().next();
        }
    }

    @AfterAll
    static void stop() {
        wormhole.close();
    }

    @Test
    void saysItsVersion() throws Exception {
        Installed.Run version = wormhole.start("--version");

        assertThat(version.status()).as(version.errorText()).isZero();
        assertThat(version.outputText()).startsWith("wormhole ");
        assertThat(version.errorText()).isEmpty();
    }

    @Test
    void hasAllPlugins() throws Exception {
        Installed.Run plugins = wormhole.start("plugins", "list");

        assertThat(plugins.status()).as(plugins.errorText()).isZero();
        assertThat(plugins.outputText())
                .contains("offer message", "offer directory", "direct-tcp-v1", "relay-v1", "mailbox, relay", "ssh")
                .doesNotContain("Not in use");
    }

    @Test
    void movesAText() throws Exception {
        SmallTransfer.check(wormhole);
    }

    @Test
    void showsTheFiguresOfItsServers() throws Exception {
        Installed.Run server = wormhole.start(
                "server", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0", "--metrics-port", "0");

        assertThat(Installed.awaitLine(server, server.output(), "metrics ")).startsWith("http://127.0.0.1:");
    }

    /** Java before 19 takes an archive only where it was made. */
    @Test
    void bringsItsArchiveOfClassesWhereJavaTakesIt() throws Exception {
        Path archive = home.resolve("runtime/lib/wormhole.jsa");
        if (Runtime.version().feature() < 19) {
            assertThat(archive).doesNotExist();
            return;
        }
        // With "on" instead of "auto", Java refuses to start if it cannot use the archive.
        ProcessBuilder strictly =
                new ProcessBuilder(List.of(home.resolve("bin/wormhole").toString(), "--version"));
        strictly.environment().put("JAVA_OPTS", "-Xshare:on");
        try (Installed strict =
                new Installed(home, Files.createTempDirectory(folder, "run"), Map.of("WORMHOLE_NO_CACHE", ""))) {
            Installed.Run version = strict.start(strictly);
            assertThat(version.status()).as(version.errorText()).isZero();
        }
    }
}

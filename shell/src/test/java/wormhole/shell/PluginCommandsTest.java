package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.Spi;

/** Installs and removes the plugin for texts, as if a stranger had written it. */
class PluginCommandsTest {
    @TempDir
    private Path folder;

    private Path jar;
    private Path own;

    @BeforeEach
    void findJar() throws IOException {
        own = folder.resolve("own");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target/plugins/text"), "*.jar")) {
            jar = Files.copy(jars.iterator().next(), folder.resolve("text.jar"));
        }
    }

    @Test
    void aPluginIsInstalledToldOfAndRemoved() {
        assertThat(run("install", jar.toString()).output()).startsWith("Installed text ");
        assertThat(own.resolve("text.jar")).hasSameBinaryContentAs(jar);
        assertThat(run("info", "text").output()).startsWith("text ").contains("Offer type message");

        assertThat(run("remove", "text").status()).isZero();
        assertThat(own).isEmptyDirectory();
        assertThat(run("info", "text").status()).isEqualTo(2);
    }

    @Test
    void namesAreThoseThatCanBeToldOfOrRemovedAndNothingElse() throws Exception {
        Files.createDirectory(own);
        Files.writeString(own.resolve("broken.jar"), "no jar");
        Files.writeString(own.resolve("two\nlines.jar"), "no jar");
        run("install", jar.toString());
        assertThat(run("list", "--names").output()).isEqualTo("broken.jar\ntext\n");
        assertThat(script("plugins remove text\nplugins install '" + jar + "'\nplugins list --names\n")
                        .output())
                .endsWith("text\n");
    }

    @Test
    void whatAScriptInstallsIsListedAsNotInUseYetAndCanBeRemoved() {
        String install = "plugins install '" + jar + "'\n";
        ProgramRun.Result listed = script(install + "plugins list\nplugins info text\n");

        assertThat(listed.status()).as(listed.error()).isZero();
        assertThat(listed.output())
                .contains(
                        "Installed text ",
                        "It is used from the next start on.",
                        "Not in use: " + own.resolve("text.jar"));
        assertThat(script("plugins remove text\n" + install + "plugins remove text\n")
                        .status())
                .isZero();
        assertThat(own).isEmptyDirectory();
    }

    private ProgramRun.Result script(String lines) {
        return ProgramRun.inEmptySurroundings()
                .withInput(lines.getBytes(StandardCharsets.UTF_8))
                .run("batch", "-", "--plugins", own.toString());
    }

    @Test
    void oneForAnotherSpiIsRefusedWithTheCureAndNothingIsLeft() throws IOException {
        ProgramRun.Result result =
                run("install", withSpiVersion("9.0", "later.jar").toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.error()).contains("later.jar' was built for SPI version 9.0", "Get a version");
        assertThat(own).doesNotExist();
    }

    @Test
    void oneWhoseIdIsTakenIsRefused() throws IOException {
        run("install", jar.toString());
        Path other = Files.copy(jar, folder.resolve("other.jar"));

        assertThat(run("install", other.toString()).error()).contains("belongs to the plugin 'text'");
        assertThat(run("install", jar.toString()).error()).contains("is there already");
        assertThat(own.resolve("other.jar")).doesNotExist();
    }

    @Test
    void whatIsNoJarIsRefused() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar at all");

        assertThat(run("install", broken.toString()).error())
                .contains("broken.jar' cannot be read", "Get the jar again")
                .doesNotContain("remove");
        assertThat(run("install", "missing.jar").status()).isEqualTo(8);
    }

    @Test
    void aBrokenOneIsRemovedByItsFileName() throws IOException {
        Files.createDirectory(own);
        Files.writeString(own.resolve("broken.jar"), "no jar at all");

        assertThat(run("remove", "broken").status()).isZero();
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void whatCameWithTheProgramStays() {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .run("plugins", "remove", "file", "--plugins", own.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error()).contains("does not stand in your plugin folder");
    }

    private ProgramRun.Result run(String command, String argument) {
        return ProgramRun.inEmptySurroundings().run("plugins", command, argument, "--plugins", own.toString());
    }

    private Path withSpiVersion(String version, String name) throws IOException {
        Path made = folder.resolve(name);
        try (JarFile old = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(made)) {
            Manifest manifest = old.getManifest();
            manifest.getMainAttributes().putValue(Spi.VERSION_ATTRIBUTE, version);
            try (JarOutputStream output = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = old.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME) && !entry.isDirectory()) {
                        output.putNextEntry(new JarEntry(entry.getName()));
                        old.getInputStream(entry).transferTo(output);
                    }
                }
            }
        }
        return made;
    }
}

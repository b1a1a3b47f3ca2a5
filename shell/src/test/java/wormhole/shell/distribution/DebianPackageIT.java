package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package: what it says of itself, what it installs, and that this runs. */
class DebianPackageIT {
    private static final Path FILE = Path.of(System.getProperty("wormhole.deb"));

    @TempDir
    private static Path folder;

    private static Map<String, String> contents;

    @BeforeAll
    static void read() throws IOException {
        contents = new Debian(FILE).contents();
    }

    @Test
    void saysWhatItIsAndNeeds() throws IOException {
        String version = Installed.HOME.getFileName().toString().substring("wormhole-".length());

        assertThat(new Debian(FILE).control())
                .containsEntry("Package", "wormhole-java")
                .containsEntry("Version", version)
                .containsEntry("Architecture", "all")
                .containsEntry("Depends", "default-jre-headless (>= 2:1.17) | java17-runtime-headless")
                .containsEntry("Conflicts", "magic-wormhole")
                .containsKeys("Maintainer", "Section", "Priority", "Installed-Size", "Description");
    }

    @Test
    void putsEverythingWhereTheSystemLooksForIt() {
        assertThat(contents)
                .containsEntry("/usr/bin/wormhole", "link to ../share/wormhole/bin/wormhole")
                .containsEntry("/usr/share/wormhole/bin/wormhole", "file 755")
                .containsEntry("/usr/share/man/man1/wormhole.1.gz", "file 644")
                .containsEntry("/usr/share/man/man1/wormhole-send.1.gz", "file 644")
                .containsEntry("/usr/share/bash-completion/completions/wormhole", "file 644")
                .containsEntry("/usr/share/zsh/vendor-completions/_wormhole", "file 644")
                .containsEntry("/usr/share/fish/vendor_completions.d/wormhole.fish", "file 644")
                .containsEntry("/usr/share/doc/wormhole-java/copyright", "file 644")
                .containsEntry("/usr/share/doc/wormhole-java/examples/wormhole-server.service", "file 644");
    }

    @Test
    void holdsTheWholeDistributionForEverybodyToRead() throws IOException {
        try (var files = Files.walk(Installed.HOME)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(contents)
                            .containsEntry("/usr/share/wormhole/" + Installed.HOME.relativize(file), "file 644"));
        }
        assertThat(contents.values())
                .isSubsetOf("file 644", "file 755", "folder 755", contents.get("/usr/bin/wormhole"));
        assertThat(contents.keySet()).allSatisfy(path -> assertThat(path).startsWith("/usr"));
    }

    @Test
    void theInstalledProgramMovesAText() throws Exception {
        Path root = folder.resolve("a root");
        new Debian(FILE).unpack(root);
        try (Installed wormhole = new Installed(root.resolve("usr"), folder, Map.of())) {
            Installed.Run version = wormhole.start("--version");
            assertThat(version.status()).as(version.errorText()).isZero();
            assertThat(version.outputText()).startsWith("wormhole ");
            SmallTransfer.check(wormhole);
        }
    }
}

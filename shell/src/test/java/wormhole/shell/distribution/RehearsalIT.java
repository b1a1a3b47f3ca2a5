package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher runs to make later commands start faster. */
class RehearsalIT {
    @TempDir
    private Path folder;

    @Test
    void leavesAnArchiveOfClassesThatJavaTakes() throws Exception {
        Path archive = folder.resolve("classes.jsa");

        assertThat(java("-XX:ArchiveClassesAtExit=" + archive, "wormhole.shell.Rehearsal"))
                .isZero();
        assertThat(archive).isNotEmptyFile();
        // With "on" instead of "auto", Java refuses to start if it cannot use the archive.
        assertThat(java("-Xshare:on", "-XX:SharedArchiveFile=" + archive, "wormhole.shell.Main", "--version"))
                .isZero();
    }

    private int java(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dwormhole.home=" + Installed.HOME,
                "-cp",
                Installed.HOME.resolve("lib") + "/*");
        builder.command().addAll(List.of(words));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
    }
}

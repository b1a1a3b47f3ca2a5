package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is made by others: each jar is the one that was looked at. This runs before the distribution is packed, so none is
 * packed from anything else.
 */
class DependenciesTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyJarIsTheOneThatWasLockedByItsHash() throws Exception {
        Map<String, String> locked = locked();
        for (Path jar : Stream.concat(ofTheShell(), ofPlugins()).toList()) {
            String name = jar.getFileName().toString();
            assertThat(locked.get(name))
                    .as("SHA-256 of " + name + " in .mvn/checksums: after a look at what has changed, renew the list"
                            + " with .ci/lock-dependencies")
                    .isEqualTo(sha256(jar));
        }
    }

    /** With what only the tests need: that runs on developers' machines. */
    private static Stream<Path> ofTheShell() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(DependenciesTest::isForeign);
    }

    private static Stream<Path> ofPlugins() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("target/plugins"))) {
            return all.filter(each -> each.toString().endsWith(".jar") && isForeign(each)).toList().stream();
        }
    }

    /** Ours are made from the source beside; the runner makes one of its own. */
    private static boolean isForeign(Path jar) {
        String name = jar.getFileName().toString();
        return !name.startsWith("wormhole-") && !name.startsWith("surefire");
    }

    private static Map<String, String> locked() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve(".mvn/checksums/checksums.sha256"));
        return lines.stream()
                .filter(line -> line.endsWith(".jar"))
                .collect(Collectors.toMap(
                        line -> line.substring(line.lastIndexOf('/') + 1), line -> line.substring(0, 64), (a, b) -> a));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}

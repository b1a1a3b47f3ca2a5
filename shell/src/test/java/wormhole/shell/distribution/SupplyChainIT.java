package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped and made by others is told of. */
class SupplyChainIT {
    @Test
    void everyJarThatIsShippedIsJustified() throws Exception {
        String document = Files.readString(Path.of("../docs/dependencies.md"));

        assertThat(foreignJars())
                .hasSizeGreaterThan(10)
                .allSatisfy(artifact -> assertThat(document).contains("`" + artifact + "`"));
    }

    /** By their names without a version. */
    private static List<String> foreignJars() throws Exception {
        try (Stream<Path> all = Files.walk(Installed.HOME)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("wormhole-"))
                    .map(name -> name.replaceFirst("-[0-9][0-9A-Za-z.]*[.]jar$", ""))
                    .distinct()
                    .toList();
        }
    }
}

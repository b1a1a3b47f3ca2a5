package wormhole.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.Spi;

/** {@code docs/write-a-plugin.md} shows the files that {@link ExamplePluginsTest} builds and uses. */
class WriteAPluginTest {
    private static final Path DOCUMENT = Path.of("../docs/write-a-plugin.md");
    private static final Pattern FILE =
            Pattern.compile("^```\\w+ (\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static Map<String, String> filesShown() throws Exception {
        Map<String, String> shown = new LinkedHashMap<>();
        Matcher block = FILE.matcher(Files.readString(DOCUMENT));
        while (block.find()) {
            shown.put(block.group(1), block.group(2));
        }
        return shown;
    }

    @Test
    void everyFileShownIsTheOneOfTheExample() throws Exception {
        assertThat(filesShown())
                .isNotEmpty()
                .allSatisfy((name, text) ->
                        assertThat(ExampleProject.EXAMPLES.resolve(name)).hasContent(text));
    }

    @Test
    void theFiveStepsLeaveNoFileOut() throws Exception {
        assertThat(filesShown().keySet())
                .containsAll(ExampleProject.named("plugin-url").files().stream()
                        .map(Path::toString)
                        .toList());
    }

    @Test
    void theJarThatIsDroppedInIsTheOneThatIsBuilt() throws Exception {
        assertThat(Files.readString(DOCUMENT))
                .contains("cp target/" + ExampleProject.named("plugin-url").jarName() + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin-url", "plugin-chat", "plugin-unix-socket"})
    void theVersionsAreThoseOfThisProgram(String name) throws Exception {
        ExampleProject project = ExampleProject.named(name);
        String version = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getElementsByTagName("version")
                .item(0)
                .getTextContent();

        assertThat(project.pom("dependencies", "dependency", "version")).isEqualTo(version);
        assertThat(Files.readString(DOCUMENT)).contains("lib/wormhole-spi-" + version + ".jar");
        assertThat(Files.readString(ExampleProject.EXAMPLES.resolve(name).resolve("pom.xml")))
                .contains("<" + Spi.VERSION_ATTRIBUTE + ">" + Spi.VERSION + "<");
    }
}

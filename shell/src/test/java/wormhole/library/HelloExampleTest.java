package wormhole.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README is a program that compiles and runs. */
class HelloExampleTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SOURCE = ROOT.resolve("docs/examples/Hello.java");

    @TempDir
    private Path classes;

    @Test
    void saysHelloThroughAWormhole() throws Exception {
        int problems = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), SOURCE.toString());
        assertThat(problems).isZero();

        try (LocalServers servers = LocalServers.start();
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            assertThat(outputOf(loader.loadClass("Hello"), servers.mailbox().toString()))
                    .isEqualTo("hello" + System.lineSeparator());
        }
    }

    private static String outputOf(Class<?> program, String argument) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, UTF_8));
        try {
            program.getMethod("main", String[].class).invoke(null, (Object) new String[] {argument});
        } finally {
            System.setOut(before);
        }
        return output.toString(UTF_8);
    }

    @Test
    void theReadmeShowsTheSameLines() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String snippet = readme.substring(readme.indexOf("```java\n") + 8);
        snippet = snippet.substring(0, snippet.indexOf("```"));

        assertThat(withoutIndent(Files.readString(SOURCE))).contains(withoutIndent(snippet));
    }

    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}

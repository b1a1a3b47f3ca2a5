package wormhole.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import wormhole.spi.Spi;
import wormhole.spi.WormholePlugin;

/** A plugin's jar, made of what stands in the body of its class. */
public final class StrangersJar {
    private static final String SOURCE = """
            package stranger;

            import java.util.*;
            import wormhole.spi.*;

            public final class Stranger implements WormholePlugin {
                public String id() { return "%s"; }
                %s
            }
            """;

    private StrangersJar() {}

    /** Compiles the class and packs it. */
    public static Path write(Path jar, String id, String body) throws IOException {
        return write(jar, id, body, Spi.VERSION);
    }

    /** Compiles the class and packs it as if it were built for another version of the SPI. */
    static Path write(Path jar, String id, String body, String spiVersion) throws IOException {
        Path work = Files.createTempDirectory("stranger");
        Path source = Files.writeString(work.resolve("Stranger.java"), SOURCE.formatted(id, body));
        List<String> arguments = List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                "../wormhole-spi/target/classes",
                "-d",
                work.resolve("classes").toString(),
                source.toString());
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, OutputStream.nullOutputStream(), arguments.toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError("the plugin of the test does not compile: " + body);
        }
        pack(jar, work.resolve("classes/stranger"), spiVersion);
        return jar;
    }

    private static void pack(Path jar, Path classes, String spiVersion) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(Spi.VERSION_ATTRIBUTE, spiVersion);
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                output.putNextEntry(new JarEntry("stranger/" + file.getFileName()));
                Files.copy(file, output);
                output.closeEntry();
            }
            output.putNextEntry(new JarEntry("META-INF/services/" + WormholePlugin.class.getName()));
            output.write("stranger.Stranger".getBytes(StandardCharsets.UTF_8));
            output.closeEntry();
        }
    }
}

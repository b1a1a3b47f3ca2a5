package wormhole.engine.plugin;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import wormhole.spi.WormholePlugin;

/** Compiles plugins in memory, with nothing but the SPI on their class path. */
final class PluginCompiler {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Shared, since it remembers what is on the class path. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private PluginCompiler() {}

    /**
     * The class files by their names in a jar.
     *
     * @param sources by the names of their classes
     */
    static synchronized Map<String, byte[]> compile(Map<String, String> sources) {
        String spi = WormholePlugin.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        Output output = new Output();
        StringWriter complaints = new StringWriter();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        if (!COMPILER.getTask(complaints, output, null, List.of("-cp", spi, "-proc:none"), null, units)
                .call()) {
            throw new AssertionError("the plugin of the test does not compile: " + complaints);
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        output.classes.forEach((name, content) -> classes.put(name, content.toByteArray()));
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();

        Output() {
            super(FILES);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String name = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream content = new ByteArrayOutputStream();
                    classes.put(name, content);
                    return content;
                }
            };
        }
    }
}

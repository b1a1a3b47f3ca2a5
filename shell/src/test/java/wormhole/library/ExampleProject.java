package wormhole.library;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A plugin project of the docs, built as its pom says, but by this JVM: against nothing but the classes of the SPI. */
public final class ExampleProject {
    static final Path EXAMPLES = Path.of("../docs/examples");
    private static final Path SPI_CLASSES = Path.of("../wormhole-spi/target/classes");

    private final Path folder;
    private final Document pom;

    private ExampleProject(Path folder, Document pom) {
        this.folder = folder;
        this.pom = pom;
    }

    public static ExampleProject named(String name) throws Exception {
        Path folder = EXAMPLES.resolve(name);
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("pom.xml").toFile());
        return new ExampleProject(folder, pom);
    }

    /** The text of an element, which stands at a path of names below the root. */
    String pom(String... path) {
        Element element = pom.getDocumentElement();
        for (String name : path) {
            element = child(element, name);
        }
        return element.getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no <" + name + "> in <" + parent.getTagName() + ">"));
    }

    private static List<Element> children(Node parent) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** As Maven names it. */
    String jarName() {
        return pom("artifactId") + "-" + pom("version") + ".jar";
    }

    /** Every file of the project, relative to the examples. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("target"))
                    .map(EXAMPLES::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** Builds the jar into a folder. */
    public Path build(Path work, Path into) throws IOException {
        Path classes = Files.createDirectories(work.resolve(folder.getFileName()));
        compile(classes);
        Path jar = into.resolve(jarName());
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            addAll(classes, output);
            addAll(folder.resolve("src/main/resources"), output);
        }
        return jar;
    }

    private void compile(Path classes) throws IOException {
        compile("src/main/java", SPI_CLASSES.toString(), classes);
    }

    /** Compiles the project's tests against its classes, the kit of the SPI, and what the tests of this module use. */
    Path compileTests(Path work) throws IOException {
        Path classes = work.resolve(folder.getFileName());
        String path = classes + File.pathSeparator + System.getProperty("java.class.path");
        Path tests = Files.createDirectories(work.resolve(folder.getFileName() + "-tests"));
        compile("src/test/java", path, tests);
        return tests;
    }

    private void compile(String from, String path, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-Xlint:all,-processing,-path", "-Werror"));
        arguments.addAll(List.of("--release", pom("properties", "maven.compiler.release")));
        arguments.addAll(List.of("-cp", path, "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(folder.resolve(from))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError(folder + " does not compile");
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        NodeList entries = pom.getElementsByTagName("manifestEntries");
        for (Element entry : children(entries.item(0))) {
            String value = entry.getTextContent().replace("${project.version}", pom("version"));
            manifest.getMainAttributes().putValue(entry.getTagName(), value);
        }
        return manifest;
    }

    private static void addAll(Path root, JarOutputStream output) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                output.putNextEntry(new JarEntry(root.relativize(file)
                        .toString()
                        .replace(root.getFileSystem().getSeparator(), "/")));
                Files.copy(file, output);
                output.closeEntry();
            }
        }
    }
}

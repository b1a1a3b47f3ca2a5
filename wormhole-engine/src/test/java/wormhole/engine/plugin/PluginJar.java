package wormhole.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Spi;
import wormhole.spi.WormholePlugin;

/** Makes plugin jars from source text, as strangers would. */
final class PluginJar {
    private static final String SERVICE = "META-INF/services/" + WormholePlugin.class.getName();

    private static final String DEMO = """
            package demo;

            import java.util.List;
            import wormhole.spi.*;

            public final class Demo implements WormholePlugin {
                public String id() { return %s; }
                %s
            }
            """;

    /** For a body: an offer type of the key {@code demo}, which nothing can be sent with. */
    static final String OFFER_TYPE = """
            public List<OfferType> offerTypes() { return List.of(new Type()); }

            static final class Type implements OfferType {
                public String key() { return "demo"; }
                public Delivery delivery() { return Delivery.IN_OFFER; }
                public java.util.Optional<OutgoingOffer> prepare(SendRequest request) { return java.util.Optional.empty(); }
                public void receive(Receiving receiving) {}
            }
            """;

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private @Nullable String spiVersion = Spi.VERSION;

    /** A plugin whose class {@code demo.Demo} has the id and this in its body. */
    static PluginJar of(String id, String body) {
        return new PluginJar().source("demo.Demo", DEMO.formatted(id, body)).service("demo.Demo");
    }

    static PluginJar of(String id) {
        return of('"' + id + '"', "");
    }

    static PluginJar empty() {
        return new PluginJar();
    }

    PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    PluginJar service(String className) {
        return entry(SERVICE, className.getBytes(StandardCharsets.UTF_8));
    }

    PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** A class file that cannot be loaded under this name, since it is another class's. */
    PluginJar brokenClass(String name) {
        try (InputStream other = PluginJar.class.getResourceAsStream("PluginJar.class")) {
            return entry(name, other.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PluginJar spiVersion(@Nullable String version) {
        spiVersion = version;
        return this;
    }

    Path writeTo(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest())) {
                compile().forEach((name, content) -> put(out, name, content));
                entries.forEach((name, content) -> put(out, name, content));
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (spiVersion != null) {
            manifest.getMainAttributes().putValue(Spi.VERSION_ATTRIBUTE, spiVersion);
        }
        manifest.getMainAttributes().putValue("Wormhole-Plugin-Version", "9.8.7");
        return manifest;
    }

    private static void put(JarOutputStream out, String name, byte[] content) {
        try {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> compile() {
        return sources.isEmpty() ? Map.of() : PluginCompiler.compile(sources);
    }
}

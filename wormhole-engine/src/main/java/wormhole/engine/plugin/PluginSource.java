package wormhole.engine.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import wormhole.spi.Spi;
import wormhole.spi.WormholePlugin;

/**
 * One entry of a plugin folder: a jar, or a folder that holds a plugin jar and its libraries.
 *
 * @param path the jar or folder
 * @param jars all jars, in sorted order
 */
record PluginSource(Path path, List<Path> jars) {
    private static final long MAX_TEXT_BYTES = 1 << 20;

    /** What a plugin jar says of itself, read without loading a class. */
    record Description(Path jar, String spiVersion, String pluginVersion) {}

    /** The entries of a folder in sorted order; none if there is no such folder. */
    static List<PluginSource> in(Path folder) throws IOException {
        List<PluginSource> sources = new ArrayList<>();
        for (Path entry : sorted(folder)) {
            if (Files.isDirectory(entry)) {
                sources.add(new PluginSource(entry, jarsOf(entry)));
            } else if (entry.getFileName().toString().endsWith(".jar")) {
                sources.add(new PluginSource(entry, List.of(entry)));
            }
        }
        return sources;
    }

    private static List<Path> jarsOf(Path folder) throws IOException {
        return sorted(folder).stream().filter(PluginSource::isJar).toList();
    }

    /** What is hidden is not for us, such as a plugin that is being removed. */
    private static TreeSet<Path> sorted(Path folder) throws IOException {
        TreeSet<Path> entries = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entry -> {
                    if (!entry.getFileName().toString().startsWith(".")) {
                        entries.add(entry);
                    }
                });
            }
        }
        return entries;
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    /** What the first jar with the version attribute says. */
    Optional<Description> describe() throws IOException {
        for (Path jar : jars) {
            Optional<Description> description = describe(jar);
            if (description.isPresent()) {
                return description;
            }
        }
        return Optional.empty();
    }

    /** What tells these jars from what they were before. */
    String identity() throws IOException {
        StringBuilder identity = new StringBuilder();
        for (Path jar : jars) {
            identity.append(jar.getFileName())
                    .append(' ')
                    .append(JarIdentity.of(jar))
                    .append(' ');
        }
        return identity.toString();
    }

    /** Makes the plugins and asks each for everything it says of itself. Runs a stranger's code. */
    List<LoadedPlugin> open() throws IOException {
        Description description = describe().orElseThrow(() -> new IOException("no jar says that it is a plugin"));
        ClassLoader loader = new PluginClassLoader(EndingPlugin.loaderName(this), urls(), description.jar());
        List<LoadedPlugin> found = new ArrayList<>();
        for (WormholePlugin plugin : ServiceLoader.load(WormholePlugin.class, loader)) {
            found.add(LoadedPlugin.of(plugin, this, description.pluginVersion()));
        }
        return found;
    }

    private URL[] urls() throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }

    private static Optional<Description> describe(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException(
                    Files.exists(jar)
                            ? "it is no file"
                            : Files.isSymbolicLink(jar) ? "it is a link to nothing" : "it is gone");
        }
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            refuseBomb(file, JarFile.MANIFEST_NAME);
            refuseBomb(file, "META-INF/services/" + WormholePlugin.class.getName());
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                return Optional.empty();
            }
            Attributes attributes = manifest.getMainAttributes();
            String spiVersion = attributes.getValue(Spi.VERSION_ATTRIBUTE);
            String version = attributes.getValue("Wormhole-Plugin-Version");
            return spiVersion == null
                    ? Optional.empty()
                    : Optional.of(new Description(jar, spiVersion, version == null ? "unknown" : version));
        }
    }

    /** What is read as a whole must not fill the memory. */
    private static void refuseBomb(JarFile file, String name) throws IOException {
        ZipEntry entry = file.getEntry(name);
        if (entry != null && entry.getSize() > MAX_TEXT_BYTES) {
            throw new IOException("its " + name + " is bigger than " + MAX_TEXT_BYTES + " bytes");
        }
    }
}

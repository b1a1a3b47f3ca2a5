package wormhole.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import wormhole.spi.WormholePlugin;

/**
 * The loader of one plugin: the JDK from the platform loader, {@code wormhole.spi} from the application, everything else
 * from the plugin's own jars. A plugin that bundles the SPI by mistake still gets the host's, or its classes would not be
 * the ones that the host knows.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final String SHARED_PACKAGE = "wormhole.spi.";
    private static final ClassLoader HOST = WormholePlugin.class.getClassLoader();

    static {
        registerAsParallelCapable();
    }

    private final JarFile own;

    /**
     * The loader.
     *
     * @param name as {@link EndingPlugin} knows it
     * @param own the plugin's own jar, none of its libraries
     */
    PluginClassLoader(String name, URL[] jars, Path own) throws IOException {
        super(name, jars, ClassLoader.getPlatformClassLoader());
        this.own = new JarFile(own.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    }

    /**
     * Loads a class, but none of the plugin's own that would end the program: since Java 24 nothing could stop it then.
     * Libraries may have a main method that nobody calls.
     */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = own.getJarEntry(name.replace('.', '/') + ".class");
        if (entry != null) {
            refuseExit(name, entry);
        }
        return super.findClass(name);
    }

    private void refuseExit(String name, JarEntry entry) throws ClassNotFoundException {
        try (InputStream in = own.getInputStream(entry)) {
            Optional<String> exit = ExitCalls.in(in.readAllBytes());
            if (exit.isPresent()) {
                throw new ForbiddenExit("its class " + name + " calls " + exit.get() + ", which ends the program");
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** A class that was not loaded. */
    static final class ForbiddenExit extends LinkageError {
        private static final long serialVersionUID = 1L;

        ForbiddenExit(String message) {
            super(message);
        }
    }

    @Override
    public void close() throws IOException {
        own.close();
        super.close();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(SHARED_PACKAGE) ? HOST.loadClass(name) : super.loadClass(name, resolve);
    }
}

package wormhole.engine.plugin;

import java.net.URL;
import java.net.URLClassLoader;
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

    PluginClassLoader(String id, URL[] jars) {
        super(id, jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(SHARED_PACKAGE) ? HOST.loadClass(name) : super.loadClass(name, resolve);
    }
}

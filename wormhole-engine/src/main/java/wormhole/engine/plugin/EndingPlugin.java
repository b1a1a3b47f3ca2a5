package wormhole.engine.plugin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which plugin is ending the program: its code stands in the stack of the thread that does. */
final class EndingPlugin {
    private static final String LOADER = "plugin ";
    private static final String RUNTIME = Runtime.class.getName();

    private EndingPlugin() {}

    /** How the class loader of a plugin is named, since that is what a stack tells. */
    static String loaderName(PluginSource source) {
        return LOADER + source.path();
    }

    /** The jar or folder of the plugin. */
    static Optional<String> find() {
        return Thread.getAllStackTraces().values().stream()
                .filter(EndingPlugin::ends)
                .flatMap(EndingPlugin::plugins)
                .findFirst();
    }

    private static boolean ends(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals(RUNTIME)
                        && frame.getMethodName().equals("exit"));
    }

    private static Stream<String> plugins(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassLoaderName)
                .filter(EndingPlugin::isPlugin)
                .map(name -> name.substring(LOADER.length()));
    }

    private static boolean isPlugin(@Nullable String loader) {
        return loader != null && loader.startsWith(LOADER);
    }
}

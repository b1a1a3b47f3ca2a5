package wormhole.engine.plugin;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** What a plugin's code throws and must not: told in one line, whatever it is, and never trusted to describe itself. */
final class PluginFault {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_LENGTH = 300;

    private PluginFault() {}

    /** Runs a plugin's code; whatever it throws but a {@link WormholeException} becomes one that names the plugin. */
    static <T> T guard(String plugin, Callable<@Nullable T> code) throws WormholeException {
        try {
            T result = code.call();
            if (result != null) {
                return result;
            }
        } catch (WormholeException e) {
            throw e;
        } catch (Throwable e) {
            throw failure(plugin, describe(e), e);
        }
        throw failure(plugin, "it returned null", null);
    }

    private static WormholeException failure(String plugin, String why, @Nullable Throwable cause) {
        return new WormholeException(ErrorCode.PLUGIN, "the plugin '" + plugin + "' failed: " + why, cause)
                .withHint("Tell its author. 'wormhole plugins info " + plugin + "' says where it is, to remove it.");
    }

    /** What is behind a failure. Its own methods are a stranger's code too. */
    static String describe(Throwable failure) {
        Throwable root = rootOf(failure);
        if (root instanceof PluginClassLoader.ForbiddenExit) {
            return String.valueOf(root.getMessage());
        }
        String text = root.getClass().getName();
        try {
            String message = root.getMessage();
            text = message == null ? text : text + ": " + message;
        } catch (Throwable e) {
            // Its class has to do.
        }
        return ShownText.shortened(text, MAX_LENGTH);
    }

    /** Whether it comes from a class that another one needs. */
    static boolean isMissingClass(Throwable failure) {
        Throwable cause = failure;
        try {
            for (int i = 0; i < MAX_DEPTH && cause != null; i++) {
                if (cause instanceof NoClassDefFoundError) {
                    return true;
                }
                cause = cause.getCause();
            }
        } catch (Throwable e) {
            return false;
        }
        return false;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        try {
            for (int i = 0; i < MAX_DEPTH && root.getCause() != null; i++) {
                root = root.getCause();
            }
        } catch (Throwable e) {
            return root;
        }
        return root;
    }
}

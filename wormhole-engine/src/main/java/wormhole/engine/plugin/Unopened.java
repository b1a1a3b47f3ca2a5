package wormhole.engine.plugin;

import java.nio.file.Path;

/** A jar or folder that was not opened when the program started. */
interface Unopened {
    Path path();

    /** Opens it, unless that was done, and tells what was found. */
    PluginRegistry open();

    /** Whether opening it answers what a problem says. */
    default boolean settles(PluginProblem problem) {
        return false;
    }
}

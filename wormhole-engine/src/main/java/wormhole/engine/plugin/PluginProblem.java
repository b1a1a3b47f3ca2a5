package wormhole.engine.plugin;

import java.nio.file.Path;

/**
 * Why something in a plugin folder is not in use.
 *
 * @param source the jar or folder
 * @param what what is wrong, one line
 * @param cure what to do about it, a sentence
 */
public record PluginProblem(Path source, String what, String cure) {
    /** The cure for what only its author can mend. */
    static final String OUT =
            "Get another version of it or remove it ('wormhole plugins remove'), and tell its author.";
}

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
    private static final int MAX_LENGTH = 400;

    public PluginProblem {
        what = ShownText.shortened(what, MAX_LENGTH);
    }

    /** The cure for what only its author can mend. */
    static String out(Path source) {
        return "Get another version of it" + orRemoved(source) + ", and tell its author.";
    }

    static String orRemoved(Path source) {
        return " or remove it ('" + removal(source) + "')";
    }

    static String toRemove(Path source) {
        return " To remove this one: '" + removal(source) + "'.";
    }

    /** The cure for one that was only tried: there is nothing to remove. */
    public String cureOutside() {
        return cure.replace(orRemoved(source), "").replace(toRemove(source), "");
    }

    /** The command that takes it out. The name of the file is always clear, an id may belong to another plugin too. */
    static String removal(Path source) {
        String name = source.getFileName().toString();
        return "wormhole plugins remove " + (name.matches("[\\w.-]+") ? name : '"' + name + '"');
    }
}

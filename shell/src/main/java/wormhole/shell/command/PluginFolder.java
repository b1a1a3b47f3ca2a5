package wormhole.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wormhole.engine.plugin.LoadedPlugin;
import wormhole.engine.plugin.PluginLoader;
import wormhole.engine.plugin.PluginProblem;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/** A plugin folder that may be changed. */
record PluginFolder(Path folder) {
    /**
     * Puts a jar there under its own name, all at once. It is tried before, with all other plugins; the loader reads the SPI
     * version it was built for before it loads a class of it, so the code of one that does not fit never runs.
     *
     * @param others the folders whose plugins it has to get on with
     */
    LoadedPlugin install(Path jar, List<Path> others) throws WormholeException {
        if (!Files.isRegularFile(jar) || !jar.getFileName().toString().endsWith(".jar")) {
            boolean there = Files.exists(jar);
            throw new WormholeException(
                            there ? ErrorCode.FILE_UNUSABLE : ErrorCode.FILE_NOT_FOUND,
                            there ? "'" + jar + "' is no jar" : "there is no jar '" + jar + "'")
                    .withHint("Give the path of a plugin's jar.");
        }
        Path target = folder.resolve(jar.getFileName());
        if (Files.exists(target)) {
            throw new WormholeException(ErrorCode.FILE_EXISTS, "'" + target + "' is there already")
                    .withHint("Remove that plugin first: wormhole plugins remove ID.");
        }
        try {
            return install(jar, target, others);
        } catch (IOException e) {
            throw FileTrouble.of(e, "install", jar);
        }
    }

    private LoadedPlugin install(Path jar, Path target, List<Path> others) throws IOException, WormholeException {
        Path trial = Files.createTempDirectory("wormhole-plugin");
        try {
            Path copy = Files.copy(jar, trial.resolve(jar.getFileName()));
            LoadedPlugin plugin = tried(copy, jar, others);
            publish(copy, target);
            return plugin;
        } finally {
            delete(trial);
        }
    }

    private void publish(Path copy, Path target) throws WormholeException {
        try {
            Files.createDirectories(folder);
            // No jar by its name, so nobody loads half of it.
            Path part = Files.createTempFile(folder, ".plugin", ".part");
            Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileTrouble.of(e, "install a plugin in", folder);
        }
    }

    private LoadedPlugin tried(Path copy, Path jar, List<Path> others) throws WormholeException {
        List<Path> folders = new ArrayList<>(others);
        if (!folders.contains(folder)) {
            folders.add(folder);
        }
        folders.add(copy.getParent());
        PluginRegistry all = PluginLoader.load(folders);
        Optional<PluginProblem> problem = all.problems().stream()
                .filter(found -> found.source().equals(copy))
                .findFirst();
        if (problem.isPresent()) {
            throw new WormholeException(
                            ErrorCode.PLUGIN, "'" + jar + "' " + problem.get().what())
                    .withHint(problem.get().cureOutside());
        }
        return all.plugins().stream()
                .filter(plugin -> plugin.source().equals(copy))
                .findFirst()
                .orElseThrow(() -> new WormholeException(ErrorCode.PLUGIN, "'" + jar + "' holds no plugin"));
    }

    /** Deletes a plugin's jar or folder, if it stands here: those of the program itself are not anybody's to remove. */
    void remove(Path source) throws WormholeException {
        Path parent = source.toAbsolutePath().normalize().getParent();
        if (!folder.toAbsolutePath().normalize().equals(parent)) {
            throw new WormholeException(ErrorCode.USAGE, "'" + source + "' does not stand in your plugin folder")
                    .withHint("What came with the program stays; name another folder with --plugins DIR.");
        }
        try {
            // Out of sight at once, so that nobody loads half of it.
            Path hidden = Files.createTempDirectory(folder, ".removed");
            Files.move(source, hidden.resolve(source.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            delete(hidden);
        } catch (IOException e) {
            throw FileTrouble.of(e, "remove", source);
        }
    }

    private static void delete(Path top) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(top)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}

package wormhole.shell.terminal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.shell.distribution.Installed;

/** What Tab does in bash, zsh and fish with the completions that are installed. */
class UnixShellsIT extends AtADesk {
    private static final Path COMPLETIONS =
            Installed.HOME.resolve("share/completions").toAbsolutePath();

    /** Each shell with nothing but our completions, as a package would install them, and with '%%' as its prompt. */
    private static final Map<String, List<String>> SHELLS = Map.of(
            "bash", List.of("bash", "--rcfile", "settings", "-i"),
            "zsh", List.of("env", "ZDOTDIR=.", "zsh", "-d", "-i"),
            "fish", List.of("fish", "--no-config", "--private", "-i", "-C", "source settings"));

    @BeforeEach
    void filesToChooseFrom() throws IOException {
        Files.writeString(desk.here().resolve("holiday one.txt"), "");
        Files.createDirectory(desk.here().resolve("homework"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void commandsOptionsValuesAndFilesAreCompleted(String shell) throws Exception {
        Terminal terminal = opened(shell);
        completes(terminal, "rec", "receive");
        completes(terminal, "--quiet --relay-url ws://a/v1 rec", "--quiet --relay-url ws://a/v1 receive");
        completes(terminal, "plugins ins", "plugins install");
        completes(terminal, "plugins install hom", "plugins install homework/");
        completes(terminal, "plugins info ssh", "plugins info ssh-key");
        completes(terminal, "plugins remove direc", "plugins remove directory-zip");
        completes(terminal, "tx --exc", "tx --exclude");
        completes(terminal, "receive --on-conflict ren", "receive --on-conflict rename");
        completes(terminal, "rx --on-conflict=ren", "rx --on-conflict=rename");
        completes(terminal, "send holi", "send holiday\\ one.txt");
        completes(terminal, "send --code-file holi", "send --code-file holiday\\ one.txt");
        completes(terminal, "send --code-file hom", "send --code-file homework/");
        completes(terminal, "completion zs", "completion zsh");
        completes(terminal, "help serv", "help server");
    }

    private static void completes(Terminal terminal, String typed, String completed) throws IOException {
        terminal.presses("C-l").types("wormhole " + typed).presses("Tab");
        // The shells differ in whether a space or '=' comes then; bash wants the command's name again after a full
        // line.
        terminal.awaits("'" + completed + "'", screen -> screen.typedAfter("%%").startsWith("wormhole " + completed));
        terminal.presses("C-u")
                .awaits("a fresh prompt", screen -> screen.typedAfter("%%").isEmpty());
    }

    private Terminal opened(String shell) throws IOException {
        assumeTrue(isInstalled(shell), shell + " is not installed");
        String settings = switch (shell) {
            case "bash" -> "PATH='BIN':$PATH; PS1='%% '; source 'FOLDER/wormhole'";
            case "zsh" ->
                "PATH='BIN':$PATH; PS1='%%%% '; fpath=('FOLDER' $fpath); autoload -Uz compinit; compinit -u -D";
            default ->
                "set -gx PATH 'BIN' $PATH; source 'FOLDER/wormhole.fish'; function fish_prompt; echo -n '%% '; end";
        };
        String text = settings.replace("FOLDER", COMPLETIONS.toString())
                        .replace(
                                "BIN",
                                Installed.HOME.resolve("bin").toAbsolutePath().toString())
                + "\n";
        Files.writeString(desk.here().resolve(shell.equals("zsh") ? ".zshrc" : "settings"), text);
        Terminal terminal = desk.running(100, 40, "tmux-256color", Map.of(), SHELLS.get(shell));
        return terminal.awaits("a prompt", screen -> screen.typedAfter("%%").isEmpty());
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

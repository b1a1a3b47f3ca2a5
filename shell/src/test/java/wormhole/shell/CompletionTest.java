package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completions for bash, in a real bash; the others as texts, and in their shells in {@code UnixShellsIT}. */
class CompletionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'se', 'send server'",
        "'send --exc', '--exclude'",
        "'tx --code-', '--code-length --code-fd --code-file'",
        "'receive --on-conflict re', 'rename'",
        "'--quiet receive --on-conflict o', 'overwrite'",
        "'plugins in', 'info install'",
        "'config ', 'list get set unset'",
        "'send --no-q', '--no-qr'",
        "'server --mailbox-p', '--mailbox-port'",
    })
    void bashCompletesWhatWasBegun(String typed, String expected) throws Exception {
        assertThat(bash("", typed)).isEqualTo(expected);
    }

    /** What Tab brings; {@code before} can say what stands for the program. */
    private String bash(String before, String typed) throws Exception {
        Path script = folder.resolve("wormhole");
        Files.writeString(
                script,
                before + completions("bash") + "\nread -ra COMP_WORDS <<< \"wormhole $1\"\n"
                        + "[ \"${1% }\" = \"$1\" ] || COMP_WORDS+=('')\n"
                        + "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_wormhole\necho \"${COMPREPLY[*]}\"\n");
        Process bash = new ProcessBuilder("bash", script.toString(), typed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void bashAsksTheProgramForTheNamesOfPluginsAndRunsNothingThatStandsInThem() throws Exception {
        String program = "wormhole() { [ \"$*\" = 'plugins list --names' ] && printf '%s\\n' chat 'c$(touch ran).jar' "
                + "'c d.jar' text; }\n";
        assertThat(bash(program, "plugins info c")).isEqualTo("chat c\\$\\(touch\\ ran\\).jar c\\ d.jar");
        assertThat(bash(program, "plugins remove te")).isEqualTo("text");
        assertThat(bash("wormhole() { return 2; }\n", "plugins remove te")).isEmpty();
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void fishKnowsCommandsOptionsAndValues() {
        assertThat(completions("fish"))
                .contains("-a send -d 'Send a text, files or directories'")
                .contains("-n '__wormhole_in receive/rx/recv/recieve' -l on-conflict -x -a 'ask fail");
    }

    @Test
    void zshIsToldWhoseTheyAre() {
        assertThat(completions("zsh")).startsWith("#compdef wormhole\n");
    }

    @Test
    void anotherShellIsRefused() {
        assertThat(ProgramRun.inEmptySurroundings().run("completion", "fsh").error())
                .contains("Give one of bash, zsh, fish.");
    }

    private static String completions(String shell) {
        return ProgramRun.inEmptySurroundings()
                .withPlugins()
                .run("completion", shell)
                .output();
    }
}

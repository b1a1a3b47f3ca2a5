package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command's exit status and streams; what needs two sides stands in the tests of transfers. */
class ExitStatusTest {
    /** What the streams hold: 'out' for standard output only, 'err' for standard error only. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--help | 0 | out",
                "--version --quiet | 0 | out",
                "help | 0 | out",
                "help nothing | 2 | err",
                "nothing | 2 | err",
                "send --nothing | 2 | err",
                "send --dry-run pom.xml | 0 | err",
                "send --dry-run missing | 8 | err",
                "send --text a --code bad | 2 | err",
                "send --text a --code 7-a-b -0 | 2 | err",
                "send --text a --code 7-a-b --relay-url ws://127.0.0.1:1/v1 | 6 | err",
                "send --text a --relay-url nowhere | 2 | err",
                "send --text a --timeout 0 | 2 | err",
                "send --text a --code 7-a-b --verify-with 12 --relay-url ws://127.0.0.1:1/v1 | 2 | err",
                "send --text a --code-file no/such/folder | 8 | err",
                "send --text a --code-fd 999 | 8 | err",
                "receive | 2 | err",
                "receive bad | 2 | err",
                "receive 7-a-b --on-conflict never | 2 | err",
                "receive 7-a-b --relay-url ws://127.0.0.1:1/v1 | 6 | err",
                "receive --code-file missing | 8 | err",
                "receive 7-a-b --code-file pom.xml | 2 | err",
                "server --mailbox-port many | 2 | err",
                "server --host 127.0.0.1 --mailbox-port 0 --relay-port 0 --timeout 1 | 7 | both",
                "plugins | 0 | out",
                "plugins list | 0 | out",
                "plugins info file | 0 | out",
                "plugins info nothing | 2 | err",
                "plugins install missing.jar | 8 | err",
                "plugins remove nothing | 2 | err",
                "config | 0 | err",
                "config list | 0 | err",
                "config get receive.on-conflict | 0 | out",
                "config get nothing | 2 | err",
                "config set nothing 1 | 2 | err",
                "config unset relay-url | 8 | err",
                "config nothing | 2 | err",
                "completion bash | 0 | out",
                "completion nothing | 2 | err",
                "batch missing | 8 | err",
                "batch - | 0 | none",
            })
    void isThatOfTheContract(String line, int status, String streams) {
        ProgramRun.Result result = ProgramRun.inEmptySurroundings()
                .withPlugins()
                .withVariable("XDG_CONFIG_DIRS", "/nowhere")
                .run(line.split(" ", -1));

        assertThat(result.status()).as(result.error()).isEqualTo(status);
        assertThat(result.output().isEmpty()).isEqualTo(!streams.matches("out|both"));
        assertThat(result.error().isEmpty()).isEqualTo(!streams.matches("err|both"));
    }
}

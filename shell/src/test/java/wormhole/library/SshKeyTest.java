package wormhole.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.WormholeException;

/** {@code ssh invite} and {@code ssh accept}: two processes, each with a home of its own, and the real server. */
@Timeout(120)
class SshKeyTest {
    private static final String KEY =
            "ssh-ed25519" + " AAAAC3NzaC1lZDI1NTE5AAAAIEAkxG3dmOdOTu+VkHdF4maePj6zAkoKaHKAvy5F1QO6 alice@laptop";
    private static final Pattern CODE = Pattern.compile("\\d+(-[a-z]+){2}");

    @TempDir
    private Path host;

    @TempDir
    private Path guest;

    private final List<Process> started = new ArrayList<>();
    private LocalServers servers;

    @BeforeEach
    void start() throws WormholeException, IOException {
        servers = LocalServers.start();
        Files.createDirectory(guest.resolve(".ssh"));
        Files.writeString(guest.resolve(".ssh/id_ed25519.pub"), KEY + "\n");
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        servers.close();
    }

    /** A process without a terminal, so what is not decided by an option can't be decided. */
    private Process wormhole(Path home, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dwormhole.home=" + Path.of("target").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "wormhole.shell.Main"));
        command.addAll(List.of(words));
        command.add("--relay-url=" + servers.mailbox());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        started.add(process);
        process.getOutputStream().close();
        return process;
    }

    private static String codeFrom(Process inviter) throws IOException {
        BufferedReader lines = inviter.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher code = CODE.matcher(line);
            if (code.find()) {
                return code.group();
            }
        }
        throw new AssertionError("no code was shown");
    }

    private static int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void aKeyIsAddedOnceHoweverOftenItIsSent() throws Exception {
        for (int time = 0; time < 2; time++) {
            Process inviter = wormhole(host, "ssh", "invite", "--yes");
            Process accepter = wormhole(guest, "ssh", "accept", "--yes", codeFrom(inviter));

            assertThat(status(accepter)).isZero();
            assertThat(status(inviter)).isZero();
            assertThat(host.resolve(".ssh/authorized_keys")).hasContent(KEY + "\n");
        }
    }

    @Test
    void aQuestionThatNobodyAnswersIsARefusalForBoth() throws Exception {
        Process inviter = wormhole(host, "ssh", "invite");
        Process accepter = wormhole(guest, "ssh", "accept", "--yes", codeFrom(inviter));

        assertThat(status(accepter)).isEqualTo(4);
        assertThat(status(inviter)).isEqualTo(4);
        assertThat(host.resolve(".ssh")).doesNotExist();
    }
}

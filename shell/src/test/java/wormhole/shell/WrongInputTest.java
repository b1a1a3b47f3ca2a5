package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.shell.json.EventSchema;

/** Slips of people who use the program for the first time: named at once, with the reason. */
class WrongInputTest {
    @TempDir
    private Path folder;

    private final ProgramRun program = ProgramRun.inEmptySurroundings().withPlugins();

    @Test
    void aMalformedCodeIsRefusedBeforeAPluginsCommandAsksForAnything() throws Exception {
        Path key = Files.writeString(
                folder.resolve("key.pub"),
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f a@b\n");
        ProgramRun.Result result = program.run("ssh", "accept", "--key-file", key.toString(), "nocode");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error()).contains("this is no wormhole code").doesNotContain("nobody is here to answer");
    }

    @Test
    void aTimingThatCannotBeWrittenIsToldBeforeTheTransfer() {
        for (Path file : new Path[] {folder.resolve("missing/timing.json"), folder}) {
            ProgramRun.Result result =
                    program.run("--dump-timing", file.toString(), "send", "--dry-run", "--text", "hello");

            assertThat(result.status()).isEqualTo(8);
            assertThat(result.error())
                    .startsWith("wormhole: cannot write the timing to '" + file + "': ")
                    .contains("folder")
                    .doesNotContain("Would send");
        }
    }

    @Test
    void aTimingThatCannotBeWrittenDoesNotKeepPeopleFromMendingTheConfiguration() {
        assertThat(program.run("--dump-timing", folder.toString(), "config", "list")
                        .status())
                .isZero();
    }

    @Test
    void aFolderIsNoFileWithACode() {
        assertThat(program.run("receive", "--code-file", folder.toString()).error())
                .contains("cannot read the code from '" + folder + "': ");
        assertThat(program.run("receive", "--code-file", folder.resolve("none").toString())
                        .error())
                .contains("none': it does not exist");
    }

    @Test
    void aJarIsNoPluginFolder() throws Exception {
        Path jar = Files.writeString(folder.resolve("chat.jar"), "");
        assertThat(program.run("plugins", "--plugins", jar.toString()).output())
                .contains("Not in use: " + jar, "is no folder", "Give --plugins the folder that the jar stands in.");
    }

    @Test
    void whatIsThereButNoJarIsNotCalledMissing() {
        assertThat(program.run("plugins", "install", folder.toString()).error()).contains("'" + folder + "' is no jar");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWhenItIsSet() {
        assertThat(program.run("config", "set", "relay-url", "http://example.com")
                        .error())
                .contains("'http://example.com' is no address of a mailbox server");
        assertThat(program.run("config", "set", "relay-url", "").status()).isEqualTo(2);
        assertThat(program.run("config", "set", "transit-helper", "example.com").error())
                .contains("'example.com' is no address of a transit relay");
    }

    @Test
    void helpAndVersionAreEventsForAProgram() throws Exception {
        for (String[] words :
                new String[][] {{"--json", "--version"}, {"--json", "send", "--help"}, {"--json", "-h"}}) {
            assertThat(EventSchema.published().events(program.run(words).output()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.get("event").asText()).isEqualTo("output"));
        }
    }

    @Test
    void anotherNameOfAnOptionLeadsToItsSetting() {
        assertThat(program.run("config", "set", "receive.yes", "true").error())
                .contains("Did you mean receive.accept-file?");
    }
}

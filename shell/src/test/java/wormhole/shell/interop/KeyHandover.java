package wormhole.shell.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Carries out an errand: one invites and shows a code, the other accepts, and where the key belongs it is or is not. */
final class KeyHandover {
    private static final Pattern CODE = Pattern.compile("(?:code is: |ssh accept )(\\d+-[a-z]+-[a-z]+)");
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEAkxG3dmOdOTu+VkHdF4maePj6zAkoKaHKAvy5F1QO6 alice@laptop";
    private static final String KNOWN = "# who may come in\n";

    private final KeyErrand errand;
    private final SshPeer other;
    private final Site site;
    private final Path folder;
    private final Path host;
    private final Path guest;

    KeyHandover(KeyErrand errand, SshPeer other, Site site) throws IOException {
        this.errand = errand;
        this.other = other;
        this.site = site;
        this.folder = WorkFolder.make();
        this.host = Files.createDirectories(folder.resolve("host/.ssh"));
        this.guest = Files.createDirectories(folder.resolve("guest/.ssh"));
    }

    void check() throws IOException, InterruptedException {
        Files.setPosixFilePermissions(
                Files.writeString(authorized(), KNOWN), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(guest.resolve("id_ed25519.pub"), sent() + "\n");
        SshPeer inviting = errand.weInvite() ? Bench.JAVA : other;
        SshPeer accepting = errand.weInvite() ? other : Bench.JAVA;
        try (Running inviter = start(inviting, host.getParent(), invitation())) {
            inviter.endInput();
            String code = inviter.await(CODE) + (errand.codeIsWrong() ? "-wrong" : "");
            try (Running accepter = start(accepting, guest.getParent(), List.of("accept", "--yes", code))) {
                accepter.endInput();
                judge(errand.weInvite() ? inviter : accepter, errand.weInvite() ? accepter : inviter);
            }
        }
        WorkFolder.delete(folder);
    }

    private Path authorized() {
        return host.resolve("authorized_keys");
    }

    private String sent() {
        return errand == KeyErrand.IT_SENDS_NO_KEY ? KEY + "\nssh-ed25519 AAAA another" : KEY;
    }

    /** We ask about the key and have no terminal: nobody says yes, unless it is said before. */
    private List<String> invitation() {
        List<String> words = new ArrayList<>(List.of("invite"));
        if (errand.weInvite() && errand != KeyErrand.WE_REFUSE_ITS_KEY) {
            words.add("--yes");
        }
        return words;
    }

    private Running start(SshPeer peer, Path home, List<String> arguments) throws IOException {
        return Running.start(errand + ", " + peer.title(), home, home, peer.ssh(site, arguments));
    }

    private void judge(Running we, Running it) throws IOException, InterruptedException {
        try {
            assertThat(we.exitCode()).as("our exit code").isEqualTo(errand.ourExitCode());
            if (errand.succeeds()) {
                assertThat(it.exitCode()).as("its exit code").isZero();
            } else {
                assertThat(it.exitCode()).as("its exit code").isNotZero();
            }
            assertThat(authorized()).hasContent(errand.succeeds() ? KNOWN + KEY + "\n" : KNOWN);
            if (errand == KeyErrand.WE_INVITE_IT) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(authorized())))
                        .isEqualTo("rw-------");
            }
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + we.log() + it.log(), e);
        }
    }
}

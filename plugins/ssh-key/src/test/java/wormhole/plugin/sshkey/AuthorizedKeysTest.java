package wormhole.plugin.sshkey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class AuthorizedKeysTest {
    private static final PublicKey KEY = SampleKeys.key(SampleKeys.ED25519);
    private static final PublicKey OTHER = SampleKeys.key(SampleKeys.RSA);

    @TempDir
    private Path machine;

    private Path home;
    private Path elsewhere;

    @BeforeEach
    void makeHome() throws Exception {
        home = Files.createDirectory(machine.resolve("home"));
        elsewhere = Files.createDirectory(machine.resolve("elsewhere"));
    }

    private AuthorizedKeys keys(boolean own) {
        return new AuthorizedKeys(new Account("alice", home, own));
    }

    private Path folder() throws Exception {
        return Files.createDirectories(home.resolve(".ssh"));
    }

    private Path file() {
        return home.resolve(".ssh/authorized_keys");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private void assertNothingLeftBehind() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve(".ssh"))) {
            assertThat(files).containsExactly(file());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areCreatedForTheOwnerOnly(boolean own) throws Exception {
        assertThat(keys(own).add(KEY)).isTrue();

        assertThat(file()).hasContent(SampleKeys.ED25519 + "\n");
        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(home.resolve(".ssh"))).isEqualTo("rwx------");
        assertNothingLeftBehind();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepEveryByteThatWasThere(boolean own) throws Exception {
        byte[] before = "# gr\u00fc\u00dfe\r\n\nfrom=\"10.*\" ssh-ed25519 AAAA x\n".getBytes(ISO_8859_1);
        folder();
        Files.write(file(), before);

        assertThat(keys(own).add(KEY)).isTrue();

        String expected = new String(before, ISO_8859_1) + SampleKeys.ED25519 + "\n";
        assertThat(file()).hasBinaryContent(expected.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void becomePrivateWhenTheyWereNot(boolean own) throws Exception {
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxr-x"));
        Files.writeString(file(), "");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));

        keys(own).add(KEY);

        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(folder())).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void getALineOfTheirOwnThoughTheLastOneHadNoEnd(boolean own) throws Exception {
        folder();
        Files.writeString(file(), SampleKeys.RSA);

        keys(own).add(KEY);

        assertThat(file()).hasContent(SampleKeys.RSA + "\n" + SampleKeys.ED25519 + "\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowAKeyInAFileWithLineEndsOfWindows(boolean own) throws Exception {
        folder();
        Files.writeString(file(), "# keys\r\n" + SampleKeys.ED25519 + "\r\n");

        assertThat(keys(own).add(SampleKeys.key(SampleKeys.ED25519))).isFalse();
        assertThat(keys(own).add(SampleKeys.key(SampleKeys.RSA))).isTrue();
        assertThat(Files.readString(file()))
                .isEqualTo("# keys\r\n" + SampleKeys.ED25519 + "\r\n" + SampleKeys.RSA + "\n");
    }

    @Test
    void areDoubtedInAHomeThatOthersCanChange() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(keys(true).doubt()).isEmpty();

        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(keys(true).doubt().orElseThrow()).contains("chmod go-w '" + home + "'");
    }

    @Test
    void behindALinkToNothingAreFoundOutBeforeACodeIsSpoken() throws Exception {
        folder();
        Files.createSymbolicLink(file(), elsewhere.resolve("nothing"));

        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> keys(true).check())
                .withMessageContaining("is a link to nothing");
    }

    @Test
    void holdEachKeyOnce() throws Exception {
        folder();
        String restricted = "restrict,command=\"echo hi\" " + SampleKeys.ED25519.replace("alice@laptop", "old name");
        Files.writeString(file(), restricted + "\n");

        assertThat(keys(true).add(KEY)).isFalse();
        assertThat(keys(true).add(OTHER)).isTrue();
        assertThat(keys(true).add(OTHER)).isFalse();
        assertThat(file()).hasContent(restricted + "\n" + SampleKeys.RSA + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# ", "#", "cert-authority ", "cert-authority,principals=\"x\" "})
    void takeALineThatOpensNoDoorForNone(String before) throws Exception {
        folder();
        Files.writeString(file(), before + SampleKeys.ED25519 + "\n");

        assertThat(keys(true).add(KEY)).isTrue();
    }

    @Test
    void stayBehindTheLinkThatTheirOwnerMade() throws Exception {
        Path real = Files.writeString(elsewhere.resolve("keys"), SampleKeys.RSA + "\n");
        String mode = mode(elsewhere);
        folder();
        Files.createSymbolicLink(file(), real);

        keys(true).add(KEY);

        assertThat(file()).isSymbolicLink();
        assertThat(real).hasContent(SampleKeys.RSA + "\n" + SampleKeys.ED25519 + "\n");
        assertThat(mode(elsewhere)).isEqualTo(mode);
        assertNothingLeftBehind();
    }

    @Test
    void ofAnotherUserAreNotReachedThroughALinkToAFile() throws Exception {
        Path victim = Files.writeString(elsewhere.resolve("keys"), "victim");
        folder();
        Files.createSymbolicLink(file(), victim);

        assertFails(ErrorCode.FILE_UNUSABLE, keys(false));
        assertThat(victim).hasContent("victim");
        assertNothingLeftBehind();
    }

    @Test
    void ofAnotherUserAreNotReachedThroughALinkToAFolder() throws Exception {
        Files.createSymbolicLink(home.resolve(".ssh"), elsewhere);

        assertFails(ErrorCode.FILE_UNUSABLE, keys(false));
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static void assertFails(ErrorCode code, AuthorizedKeys keys) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> keys.add(KEY))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.textForPeer()).doesNotContain("/"));
    }

    @Test
    void ofAnotherUserBelongToThem() throws Exception {
        UserPrincipal user;
        try {
            user = home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(home, user);
        } catch (IOException e) {
            assumeThat(e).as("only root can give files away").isNull();
            return;
        }

        keys(false).add(KEY);

        assertThat(Files.getOwner(file())).isEqualTo(user);
        assertThat(Files.getOwner(home.resolve(".ssh"))).isEqualTo(user);
        assertThat(mode(file())).isEqualTo("rw-------");
    }

    @Test
    void areCheckedBeforeACodeIsSpoken() throws Exception {
        keys(true).check();
        assertThat(home).isEmptyDirectory();

        Files.createDirectories(file());
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> keys(true).check())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNUSABLE));
        AuthorizedKeys nobodys = new AuthorizedKeys(new Account("x", home.resolve("missing"), false));
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(nobodys::check)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_NOT_FOUND));
    }
}

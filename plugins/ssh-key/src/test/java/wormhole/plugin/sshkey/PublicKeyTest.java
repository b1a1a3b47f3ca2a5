package wormhole.plugin.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static wormhole.plugin.sshkey.SampleKeys.made;
import static wormhole.plugin.sshkey.SampleKeys.point;
import static wormhole.plugin.sshkey.SampleKeys.text;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
    private static final String ED25519 = SampleKeys.ED25519;

    static String[] goodKeys() {
        String user = "sk-ssh-ed25519@openssh.com";
        String curve = "sk-ecdsa-sha2-nistp256@openssh.com";
        return new String[] {
            SampleKeys.ED25519,
            SampleKeys.ECDSA_256,
            SampleKeys.ECDSA_384,
            SampleKeys.ECDSA_521,
            SampleKeys.RSA,
            made(user, text(user), new byte[32], text("ssh:")),
            made(curve, text(curve), text("nistp256"), point(65), text("ssh:")),
        };
    }

    static String[] badKeys() {
        String ed = "ssh-ed25519";
        String ecdsa = "ecdsa-sha2-nistp256";
        byte[] exponent = {1, 0, 1};
        byte[] small = BigInteger.ONE.shiftLeft(1022).setBit(0).toByteArray();
        byte[] fine = BigInteger.ONE.shiftLeft(2047).setBit(0).toByteArray();
        byte[] negative = new BigInteger(fine).negate().toByteArray();
        return new String[] {
            "",
            "hello",
            ed,
            ed + " ",
            "ssh-ed25519AAAA",
            ed + " not-base64!",
            ed + " AAAA",
            ed + " " + "A".repeat(200),
            SampleKeys.DSA,
            made(ed, text("ssh-rsa"), new byte[32]),
            made(ed, text(ed), new byte[31]),
            made(ed, text(ed), new byte[32], new byte[1]),
            made(ed, text(ed)),
            made(ecdsa, text(ecdsa), text("nistp384"), point(97)),
            made(ecdsa, text(ecdsa), text("nistp256"), new byte[65]),
            made("ssh-rsa", text("ssh-rsa"), exponent, small),
            made("ssh-rsa", text("ssh-rsa"), exponent, negative),
            made("ssh-rsa", text("ssh-rsa"), new byte[0], fine),
            made("ssh-rsa", text("ssh-rsa"), new byte[] {2}, fine),
            made("ssh-rsa", text("ssh-rsa"), new byte[] {0, 0, 3}, fine),
            made("ssh-ed25519-cert-v01@openssh.com", text("ssh-ed25519-cert-v01@openssh.com"), new byte[32]),
            "command=\"rm -rf /\" " + SampleKeys.ED25519,
            "restrict " + SampleKeys.ED25519,
            "# " + SampleKeys.ED25519,
            SampleKeys.ED25519 + "\n" + SampleKeys.RSA,
            SampleKeys.ED25519 + "\rcommand",
            SampleKeys.ED25519 + "x".repeat(PublicKey.MAX_LINE_LENGTH),
            SampleKeys.PRIVATE,
            "PuTTY-User-Key-File-3: ssh-ed25519",
        };
    }

    @ParameterizedTest
    @MethodSource("goodKeys")
    void isWrittenAsItWasRead(String line) throws BadKey {
        assertThat(PublicKey.parse(line + "\n").line()).isEqualTo(line);
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void refusesWhatIsNoKeyOfAKnownKind(String text) {
        assertThatExceptionOfType(BadKey.class).isThrownBy(() -> PublicKey.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleKeys.PRIVATE, "PuTTY-User-Key-File-3: ssh-ed25519\n"})
    void knowsAPrivateKeyWhenItSeesOne(String text) {
        assertThatExceptionOfType(BadKey.class)
                .isThrownBy(() -> PublicKey.parse(text))
                .satisfies(e -> assertThat(e.why()).contains("private"));
    }

    @Test
    void hasTheFingerprintThatSshShows() throws BadKey {
        assertThat(PublicKey.parse(ED25519).fingerprint()).isEqualTo(SampleKeys.ED25519_FINGERPRINT);
        assertThat(PublicKey.parse(SampleKeys.RSA).fingerprint())
                .isEqualTo("SHA256:K5oHAwS3yN5H1O/noucrDKzt6YuPvAtu0mPWMpxz9Vg");
    }

    @Test
    void isShownOnOneHarmlessLine() throws BadKey {
        PublicKey key = PublicKey.parse(ED25519 + " \u001b[2J\u202etxt\t\u0000");
        assertThat(key.summary())
                .isEqualTo("ssh-ed25519 " + SampleKeys.ED25519_FINGERPRINT
                        + " 'alice@laptop \\x1b[2J\\u{202e}txt\\t\\x00'");
        assertThat(key.line()).endsWith(" alice@laptop \\x1b[2J\\u{202e}txt\\t\\x00");
    }

    @Test
    void isNotHiddenBehindALongComment() throws BadKey {
        PublicKey key = PublicKey.parse(ED25519 + " " + "x".repeat(5000));
        assertThat(key.summary()).contains(SampleKeys.ED25519_FINGERPRINT).hasSizeLessThan(200);
        assertThat(key.line()).hasSizeGreaterThan(5000);
    }

    @Test
    void mayHaveNoComment() throws BadKey {
        String bare = ED25519.substring(0, ED25519.lastIndexOf(' '));
        assertThat(PublicKey.parse(bare).line()).isEqualTo(bare);
        assertThat(PublicKey.parse(bare).summary()).isEqualTo("ssh-ed25519 " + SampleKeys.ED25519_FINGERPRINT);
    }

    @Test
    void isTheSameHoweverItsPartsAreApart() throws BadKey {
        assertThat(PublicKey.parse("  " + ED25519.replace(" ", " \t ") + "\r\n").line())
                .isEqualTo(ED25519);
    }

    @Property
    void neverFailsInAnotherWay(@ForAll String text, @ForAll byte[] blob) {
        for (String line : Arrays.asList(text, ED25519 + text, made("ssh-rsa", text("ssh-rsa"), blob, blob))) {
            try {
                assertThat(PublicKey.parse(line).line()).doesNotContain("\n", "\r");
            } catch (BadKey e) {
                assertThat(e.why()).isNotEmpty();
            }
        }
    }
}

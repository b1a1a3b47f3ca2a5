package wormhole.plugin.sshkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import wormhole.spi.text.Printable;

/**
 * A public SSH key: a line of a {@code .pub} file, taken apart and checked. What is written is put together again from the
 * parts, so nothing that was not looked at, such as options, gets into a file.
 *
 * @param type what kind of key it is
 * @param body the key itself in base64
 * @param comment harmless to look at; may be empty
 */
record PublicKey(KeyType type, String body, String comment) {
    /** OpenSSH's own limit for a line. */
    static final int MAX_LINE_LENGTH = 8192;

    private static final int MAX_SHOWN = 100;
    private static final String PRIVATE = "-----BEGIN";
    private static final String PRIVATE_PUTTY = "PuTTY-User-Key-File";

    /** Reads a line; a line end after it is no part of it. */
    static PublicKey parse(String text) throws BadKey {
        String line = text.strip();
        if (line.startsWith(PRIVATE) || line.startsWith(PRIVATE_PUTTY)) {
            throw new BadKey("is no public key; it looks like a private one, which must never be shown to anybody");
        }
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new BadKey("is more than one line");
        }
        if (line.length() > MAX_LINE_LENGTH) {
            throw new BadKey("is longer than " + MAX_LINE_LENGTH + " characters");
        }
        String[] parts = line.split("[ \t]+", 3);
        KeyType type = KeyType.named(parts[0]).orElse(null);
        if (type == null || parts.length < 2) {
            throw new BadKey("is no SSH public key, or of a kind that is not in use");
        }
        return new PublicKey(type, checkedBody(type, parts[1]), parts.length < 3 ? "" : Printable.line(parts[2]));
    }

    /** In the one way of writing it, so that equal keys have equal texts. */
    private static String checkedBody(KeyType type, String base64) throws BadKey {
        byte[] blob = decode(base64);
        List<byte[]> fields = KeyBlob.fields(blob);
        if (!new String(fields.isEmpty() ? blob : fields.get(0), StandardCharsets.ISO_8859_1).equals(type.typeName())) {
            throw new BadKey("says it is of type " + type.typeName() + ", but holds something else");
        }
        if (!type.fits(fields.subList(1, fields.size()))) {
            throw new BadKey("is damaged: it is not made as keys of type " + type.typeName() + " are");
        }
        return Base64.getEncoder().encodeToString(blob);
    }

    private static byte[] decode(String base64) throws BadKey {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BadKey("is damaged: it is no base64");
        }
    }

    /** As it stands in {@code authorized_keys}, without a line end. */
    String line() {
        return withComment(type.typeName() + " " + body, comment);
    }

    /** What people compare, as {@code ssh-keygen -l} shows it. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(body));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** For people, on one line. A comment that is long enough to push the fingerprint out of sight is cut. */
    String summary() {
        String shown = comment.length() > MAX_SHOWN ? comment.substring(0, MAX_SHOWN) + "…" : comment;
        return withComment(type.typeName() + " " + fingerprint(), comment.isEmpty() ? "" : "'" + shown + "'");
    }

    private static String withComment(String key, String comment) {
        return comment.isEmpty() ? key : key + " " + comment;
    }
}

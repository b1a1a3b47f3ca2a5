package wormhole.plugin.server.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label such as {@code PRIVATE KEY}
 * @param text what stands between the lines that begin and end it
 */
record PemBlock(String label, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** All blocks; what stands between them is for people. */
    static List<PemBlock> in(String file) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher match = BLOCK.matcher(file);
        while (match.find()) {
            blocks.add(new PemBlock(match.group(1), match.group(2)));
        }
        return blocks;
    }

    /** Whether a passphrase would be needed. */
    boolean isEncrypted() {
        return label.startsWith("ENCRYPTED") || text.contains("ENCRYPTED");
    }

    /** What it holds, which is empty or throws {@link IllegalArgumentException} if it was damaged. */
    byte[] bytes() {
        return Base64.getMimeDecoder().decode(text);
    }

    /** Keys must not be printed by accident. */
    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}

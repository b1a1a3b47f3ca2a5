package wormhole.plugin.server.mailbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A proof of work that one client is asked for: a stamp ({@code 1:bits:date:resource::random:counter}, hashcash version 1) whose
 * SHA-1 begins with zeros.
 *
 * @param bits how many of them
 * @param resource made for this client alone, so that no stamp is good twice and nobody has to look at the date in it
 */
record Hashcash(int bits, String resource) {
    private static final int SHA1_BITS = 160;
    private static final int FIELDS = 7;

    /** As {@code permission-required} in the welcome. */
    Map<String, Object> forWelcome() {
        Map<String, Object> required = new LinkedHashMap<>();
        // The Rust client does not understand a welcome without this key; null tells it that this is no way in.
        required.put("none", null);
        required.put("hashcash", Map.of("bits", bits, "resource", resource));
        return required;
    }

    boolean isPaidBy(String stamp) {
        String[] fields = stamp.split(":", -1);
        return fields.length == FIELDS
                && fields[0].equals("1")
                && fields[3].equals(resource)
                && new BigInteger(1, sha1(stamp)).bitLength() <= SHA1_BITS - bits;
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

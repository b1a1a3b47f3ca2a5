package wormhole.plugin.server.mailbox;

import java.util.random.RandomGenerator;

/** Makes mailbox ids that nobody can guess. */
final class MailboxIds {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    /** 65 bits. */
    private static final int LENGTH = 13;

    private final RandomGenerator random;

    MailboxIds(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}

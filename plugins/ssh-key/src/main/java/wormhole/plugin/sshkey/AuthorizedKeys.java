package wormhole.plugin.sshkey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/** The keys with which somebody may log in (sshd(8), AUTHORIZED_KEYS FILE FORMAT). */
final class AuthorizedKeys {
    /** Two jobs of one shell must not write over each other's keys. */
    private static final Object LOCK = new Object();

    private static final String CERTIFICATE_AUTHORITY = "cert-authority";

    private final Account account;

    AuthorizedKeys(Account account) {
        this.account = account;
    }

    Path file() {
        return account.sshFolder().resolve(KeyFolder.FILE);
    }

    /** Finds out what can be found out before a code is spoken; changes nothing. */
    void check() throws WormholeException {
        Path folder = account.sshFolder();
        Path existing = Files.exists(folder) ? folder : account.home();
        if (!Files.isDirectory(existing)) {
            throw new WormholeException(ErrorCode.FILE_NOT_FOUND, "'" + existing + "' is no folder")
                    .withHint("A key can only be added to an account with a home folder.");
        }
        if (!Files.isWritable(existing) || (Files.exists(file()) && !Files.isReadable(file()))) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + file() + "' cannot be changed")
                    .withHint("Run it as " + account.name() + ", or check who owns that folder.");
        }
        if (Files.exists(file()) && !Files.isRegularFile(file())) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + file() + "' is no file");
        }
        if (Files.isSymbolicLink(file()) && !Files.exists(file())) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + file() + "' is a link to nothing")
                    .withHint("Delete the link, or make the file that it leads to.");
        }
    }

    /** Why the SSH server would not look at the keys although they are there (sshd_config(5), StrictModes). */
    Optional<String> doubt() {
        try {
            boolean open = OwnerOnly.othersMayWrite(account.home());
            return open
                    ? Optional.of(
                            "'" + account.home() + "' can be changed by others, so an SSH server usually takes no key"
                                    + " from it. Mend that by: chmod go-w '" + account.home() + "'")
                    : Optional.empty();
        } catch (IOException e) {
            // Whether that matters shows when the key is added.
            return Optional.empty();
        }
    }

    /**
     * Adds a key as the last line; everything else stays as it is, byte for byte.
     *
     * @return false if it was there already
     */
    boolean add(PublicKey key) throws WormholeException {
        synchronized (LOCK) {
            try (KeyFolder folder = account.own() ? OwnFolder.open(account.home()) : UserFolder.open(account.home())) {
                byte[] old = folder.read().orElse(new byte[0]);
                boolean isNew = !holds(old, key);
                if (isNew) {
                    folder.replace(with(old, key));
                }
                return isNew;
            } catch (IOException e) {
                throw FileTrouble.of(e, "add the key to", file());
            }
        }
    }

    private static byte[] with(byte[] old, PublicKey key) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(old);
        if (old.length > 0 && old[old.length - 1] != '\n') {
            content.write('\n');
        }
        content.writeBytes((key.line() + "\n").getBytes(StandardCharsets.UTF_8));
        return content.toByteArray();
    }

    /** Whether a line opens the door to the key, whatever options and comment it has. */
    private static boolean holds(byte[] content, PublicKey key) {
        return new String(content, ISO_8859_1)
                .lines()
                .map(line -> line.strip().split("[ \t]+", -1))
                .anyMatch(words -> names(words, key));
    }

    private static boolean names(String[] words, PublicKey key) {
        if (words[0].startsWith("#") || Arrays.asList(words[0].split(",", -1)).contains(CERTIFICATE_AUTHORITY)) {
            return false;
        }
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equals(key.type().typeName()) && sameBytes(words[i + 1], key.body())) {
                return true;
            }
        }
        return false;
    }

    /** The last group of base64 can be written in more ways than one. */
    private static boolean sameBytes(String some, String other) {
        try {
            return Arrays.equals(
                    Base64.getDecoder().decode(some), Base64.getDecoder().decode(other));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

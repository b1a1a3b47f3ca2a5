package wormhole.plugin.sshkey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/** The accounts of this machine: the person's own, and those in the list of users. */
final class Accounts {
    private static final int NAME = 0;
    private static final int HOME = 5;
    private static final int FIELDS = 7;

    private final Account own;
    private final Path userList;

    Accounts(Account own, Path userList) {
        this.own = own;
        this.userList = userList;
    }

    static Accounts ofMachine() {
        return new Accounts(own(System.getenv(), System.getProperties()), Path.of("/etc/passwd"));
    }

    /** {@code HOME} counts first, as for every other program; Java alone would not look at it. */
    static Account own(Map<String, String> environment, Properties properties) {
        String home = environment.getOrDefault("HOME", "");
        Path chosen = Path.of(home.isEmpty() ? properties.getProperty("user.home") : home);
        return new Account(properties.getProperty("user.name"), chosen.toAbsolutePath(), true);
    }

    Account own() {
        return own;
    }

    /** The account of a user of this machine (passwd(5)). */
    Account ofUser(String name) throws WormholeException {
        for (String line : lines()) {
            String[] fields = line.split(":", -1);
            if (fields.length == FIELDS && fields[NAME].equals(name) && fields[HOME].startsWith("/")) {
                return new Account(name, Path.of(fields[HOME]), false);
            }
        }
        throw new WormholeException(ErrorCode.USAGE, "there is no user '" + name + "' with a home in " + userList)
                .withHint("Check the name. Users of a directory service are not in that file: run it as that user,"
                        + " without --user.");
    }

    private List<String> lines() throws WormholeException {
        if (!Files.exists(userList)) {
            throw new WormholeException(ErrorCode.USAGE, "this system has no list of users in " + userList)
                    .withHint("Run it as that user, without --user.");
        }
        try {
            // Names of people in it may be in any old encoding, and do not matter here.
            return Files.readAllLines(userList, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw FileTrouble.of(e, "read", userList);
        }
    }

    /** The account that is asked for, one's own if none is. */
    Account chosen(Optional<String> user) throws WormholeException {
        return user.isPresent() ? ofUser(user.get()) : own;
    }
}

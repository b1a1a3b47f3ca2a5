package wormhole.plugin.sshkey;

import java.nio.file.Path;

/**
 * Somebody who can log in here.
 *
 * @param home where their {@code .ssh} is
 * @param own whether it is the person who runs the program, whose links can be trusted
 */
record Account(String name, Path home, boolean own) {
    Path sshFolder() {
        return home.resolve(".ssh");
    }
}

package wormhole.spi.files;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names of files and folders that are not complete yet: hidden, beside their destination, impossible to guess. */
final class PartName {
    private static final int RANDOM_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PartName() {}

    static Path beside(Path destination) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String ending = "." + HexFormat.of().formatHex(random) + ".part";
        String name = String.valueOf(destination.getFileName());
        return Destination.folderOf(destination)
                .resolve("." + FreeName.shortened(name, NameRules.MAX_BYTES - 1 - ending.length()) + ending);
    }
}

package example.unixsocket;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/**
 * The name of a socket. Only names travel, never paths: a peer must not choose which file of this machine is opened.
 *
 * @param text such as {@code wormhole-} and a UUID
 */
record SocketName(String text) {
    private static final Pattern FORM = Pattern.compile("wormhole-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MAX_LENGTH = 45;

    static SocketName random() {
        return new SocketName("wormhole-" + UUID.randomUUID());
    }

    /** Reads a hint of the peer; a broken one is skipped, never fatal. */
    static Optional<SocketName> read(PeerValue hint) {
        try {
            String text = hint.field("name").text(MAX_LENGTH);
            return FORM.matcher(text).matches() ? Optional.of(new SocketName(text)) : Optional.empty();
        } catch (WormholeException e) {
            return Optional.empty();
        }
    }

    Path in(Path folder) {
        return folder.resolve(text);
    }
}

package wormhole.plugin.directoryzip;

import org.jspecify.annotations.Nullable;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The failure of an archive that is broken or does what no honest one does. */
final class BadArchive {
    private BadArchive() {}

    static WormholeException damaged(UnpackedFile file) {
        return because("'" + file.path() + "' is damaged");
    }

    static WormholeException because(String why) {
        return because(why, null);
    }

    static WormholeException because(String why, @Nullable Throwable cause) {
        return new WormholeException(ErrorCode.INTEGRITY, "what arrived is not a valid archive: " + why, cause)
                .withHint("Nothing was kept. Ask for it to be sent again, or in another way.")
                .tellingPeer("not a valid archive");
    }
}

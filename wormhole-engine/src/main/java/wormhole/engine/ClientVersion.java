package wormhole.engine;

import wormhole.spi.Spi;

/** The version of this program, as its jar says. */
public final class ClientVersion {
    private ClientVersion() {}

    /** Such as {@code 0.1.0}; {@code dev} when it does not run from a jar. */
    public static String text() {
        String version = Spi.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}

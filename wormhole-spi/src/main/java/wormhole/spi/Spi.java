package wormhole.spi;

/** The version of this interface, which plugin jars name in their manifest. */
public final class Spi {
    /** {@code MAJOR.MINOR}; the major changes only when old plugins would break. */
    public static final String VERSION = "1.0";

    /** The manifest attribute in which a plugin jar says which version it was built against. */
    public static final String VERSION_ATTRIBUTE = "Wormhole-Spi-Version";

    private Spi() {}
}

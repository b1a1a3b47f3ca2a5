package wormhole.engine.plugin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the SPI, {@code MAJOR.MINOR}. A host runs plugins of its own major version and of any minor version up to
 * its own.
 */
record SpiVersion(int major, int minor) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})");

    static Optional<SpiVersion> parse(String text) {
        Matcher match = FORM.matcher(text.strip());
        return match.matches()
                ? Optional.of(new SpiVersion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    boolean runs(SpiVersion plugin) {
        return plugin.major == major && plugin.minor <= minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}

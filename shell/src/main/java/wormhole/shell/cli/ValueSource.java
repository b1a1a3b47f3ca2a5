package wormhole.shell.cli;

import java.util.List;
import java.util.Optional;
import wormhole.spi.Option;

/** Where the value of an option comes from that was not typed: the environment, a configuration file. */
@FunctionalInterface
public interface ValueSource {
    /**
     * The values of an option.
     *
     * @param command the name of the command that runs; global options do not depend on it
     */
    Optional<List<String>> of(String command, Option option);
}

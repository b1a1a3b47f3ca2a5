package wormhole.shell.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wormhole.spi.Event;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;

/** Options that every command takes, before or after its name. Their values stand among the command's own. */
public final class GlobalOptions {
    public static final Option RELAY_URL = Option.text(
                    "URL", "The mailbox server, a ws:// or wss:// URL. Both sides must use the same.", "--relay-url")
            .fromEnvironment("WORMHOLE_RELAY_URL");

    public static final Option TRANSIT_HELPER = Option.text(
                    "ADDRESS",
                    "A transit relay, such as tcp:relay.example.com:4001; may be given several times. An empty one means none.",
                    "--transit-helper")
            .repeated()
            .fromEnvironment("WORMHOLE_TRANSIT_HELPER");

    public static final Option APP_ID =
            Option.text("ID", "The application id of file transfer. Both sides must use the same.", "--appid");

    public static final Option PLUGINS = Option.path("DIR", "A further folder with plugins.", "--plugins");

    public static final Option JSON = Option.flag(
            "Tells everything as JSON, one object a line, on standard output, and takes answers from standard input.",
            "--json");

    public static final Option CONFIG = Option.path(
                    "FILE", "Your settings stand in this file, instead of the usual one.", "--config")
            .fromEnvironment("WORMHOLE_CONFIG");

    public static final Option PROFILE = Option.text(
                    "NAME", "Uses the settings of this profile before all others.", "--profile")
            .fromEnvironment("WORMHOLE_PROFILE");

    public static final Option TIMEOUT =
            Option.duration("TIME", "Gives up after so long, such as 90s, 5m or 1h30m.", "--timeout");

    public static final Option WAIT = Option.text(
                    "NAME=TIME",
                    "How long to wait for server, nameplate, peer, version, offer, answer, transit, path, handshake or stall; may be given several times.",
                    "--wait")
            .repeated();

    public static final Option DUMP_TIMING =
            Option.path("FILE", "Writes down when what happened; 'wormhole timeline' draws it.", "--dump-timing");

    public static final Option QUIET = Option.flag("Tells only what matters.", "--quiet");

    public static final Option VERBOSE = Option.flag("Tells every detail, and what was behind an error.", "--verbose");

    public static final Option NO_COLOR = Option.flag("No colours; the variable NO_COLOR does the same.", "--no-color");

    /** In the order in which help shows them. */
    public static final List<Option> ALL = List.of(
            RELAY_URL,
            TRANSIT_HELPER,
            APP_ID,
            PLUGINS,
            CONFIG,
            PROFILE,
            TIMEOUT,
            WAIT,
            JSON,
            DUMP_TIMING,
            QUIET,
            VERBOSE,
            NO_COLOR);

    private static final Set<String> KEYS = ALL.stream().map(Option::key).collect(Collectors.toUnmodifiableSet());

    private GlobalOptions() {}

    /** Whether an option is one of these; no command has another of the same name. */
    public static boolean cover(Option option) {
        return KEYS.contains(option.key());
    }

    /** The least that people are told. */
    public static Event.Level leastLevel(OptionValues values) {
        if (values.flag(QUIET.key())) {
            return Event.Level.WARNING;
        }
        return values.flag(VERBOSE.key()) ? Event.Level.DETAIL : Event.Level.INFO;
    }
}

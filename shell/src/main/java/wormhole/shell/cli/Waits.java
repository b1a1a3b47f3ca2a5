package wormhole.shell.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.engine.WaitLimits;
import wormhole.engine.transfer.TransferLimits;
import wormhole.engine.transit.TransitLimits;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** How long a client waits, as {@link GlobalOptions#WAIT} says: {@code NAME=TIME}, a later one before an earlier. */
public final class Waits {
    /** Replaces one limit by another. */
    @FunctionalInterface
    private interface Change {
        WaitLimits apply(WaitLimits limits, Duration limit);
    }

    private static final Map<String, Change> NAMED = named();

    private Waits() {}

    private static Map<String, Change> named() {
        Map<String, Change> all = new LinkedHashMap<>();
        all.put("server", WaitLimits::withServer);
        all.put("nameplate", WaitLimits::withCode);
        all.put("peer", WaitLimits::withPeer);
        all.put("version", WaitLimits::withVersion);
        all.put(
                "offer",
                (old, limit) -> transfer(
                        old, limit, old.transfer().answer(), old.transfer().transit()));
        all.put(
                "answer",
                (old, limit) -> transfer(
                        old, old.transfer().offer(), limit, old.transfer().transit()));
        all.put(
                "transit",
                (old, limit) ->
                        transfer(old, old.transfer().offer(), old.transfer().answer(), limit));
        all.put(
                "path",
                (old, limit) -> transit(
                        old, limit, old.transit().handshake(), old.transit().stall()));
        all.put(
                "handshake",
                (old, limit) -> transit(
                        old, old.transit().connect(), limit, old.transit().stall()));
        all.put(
                "stall",
                (old, limit) ->
                        transit(old, old.transit().connect(), old.transit().handshake(), limit));
        return all;
    }

    static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /** The usual limits, but for those that the options name; fails with {@link ErrorCode#USAGE} for what is none. */
    public static WaitLimits limits(OptionValues options) throws WormholeException {
        WaitLimits limits = WaitLimits.USUAL;
        for (String text : options.all(GlobalOptions.WAIT.key())) {
            int sign = text.indexOf('=');
            Change change = sign < 0 ? null : NAMED.get(text.substring(0, sign));
            if (change == null) {
                throw none(text);
            }
            limits = change.apply(limits, time(text, text.substring(sign + 1)));
        }
        return limits;
    }

    private static Duration time(String text, String time) throws WormholeException {
        String key = GlobalOptions.WAIT.key();
        Duration limit = OptionValues.of(Map.of(key, List.of(time)), Path.of(""))
                .duration(key)
                .orElse(Duration.ZERO);
        if (limit.isZero()) {
            throw none(text);
        }
        return limit;
    }

    private static WormholeException none(String text) {
        return new WormholeException(ErrorCode.USAGE, "'" + text + "' is no wait with a time")
                .withHint("Give one such as answer=5m; the waits are " + String.join(", ", NAMED.keySet()) + ".");
    }

    private static WaitLimits transfer(WaitLimits limits, Duration offer, Duration answer, Duration transit) {
        return limits.withTransfer(new TransferLimits(offer, answer, transit));
    }

    private static WaitLimits transit(WaitLimits limits, Duration path, Duration handshake, Duration stall) {
        return limits.withTransit(
                new TransitLimits(path, handshake, limits.transit().relayDelay(), stall));
    }
}

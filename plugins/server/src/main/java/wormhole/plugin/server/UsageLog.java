package wormhole.plugin.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wormhole.plugin.server.mailbox.UsageRecord;
import wormhole.plugin.server.relay.RelayUsage;
import wormhole.spi.ErrorCode;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/**
 * A file that gets a line of JSON for each nameplate, mailbox and pair at the relay that is over: when, for how long and with what result, but not
 * by whom and under which name. It is opened for each line, so that it can be rotated at any time.
 */
final class UsageLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1000 * MEGABYTE;

    private final Path file;
    private final long blurSeconds;
    private final Clock clock;

    private UsageLog(Path file, long blurSeconds, Clock clock) {
        this.file = file;
        this.blurSeconds = blurSeconds;
        this.clock = clock;
    }

    /** The one that the operator wants, if any. */
    static Optional<UsageLog> from(OptionValues options) throws WormholeException {
        Optional<Path> file = options.path(ServerOptions.USAGE_LOG.key());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                open(file.get(), options.number(ServerOptions.BLUR_USAGE.key()).orElse(0), Clock.systemUTC()));
    }

    /**
     * Makes sure that the file can be written.
     *
     * @param blurSeconds to a multiple of which the time of the beginning is rounded down; 0 to keep it exact
     */
    static UsageLog open(Path file, long blurSeconds, Clock clock) throws WormholeException {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            return new UsageLog(file, blurSeconds, clock);
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "the usage log " + file + " cannot be written", e)
                    .withHint("Give --usage-log a file in a folder that exists and that this user may write to.");
        }
    }

    void write(UsageRecord usage) {
        Map<String, Object> fields = fields(usage.kind());
        fields.put("app_id", usage.appId());
        putTimes(fields, usage.started(), usage.total(), usage.waiting());
        fields.put("result", usage.result());
        append(fields);
    }

    void write(RelayUsage usage) {
        Map<String, Object> fields = fields("relay");
        putTimes(fields, clock.instant().minus(usage.total()), usage.total(), usage.waiting());
        fields.put("total_bytes", blurSeconds == 0 ? usage.bytes() : blurred(usage.bytes()));
        fields.put("mood", usage.mood());
        append(fields);
    }

    private static Map<String, Object> fields(String type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        return fields;
    }

    private void putTimes(Map<String, Object> fields, Instant began, Duration total, Optional<Duration> waiting) {
        long started = began.getEpochSecond();
        fields.put("started", blurSeconds == 0 ? started : started - Math.floorMod(started, blurSeconds));
        fields.put("total_time", seconds(total));
        fields.put("waiting_time", waiting.map(UsageLog::seconds).orElse(null));
    }

    /** Up to whole steps, as coarse as the reference's. */
    private static long blurred(long bytes) {
        long step = bytes < MEGABYTE ? MEGABYTE / 100 : bytes < GIGABYTE ? MEGABYTE : GIGABYTE / 10;
        return (bytes + step - 1) / step * step;
    }

    private void append(Map<String, Object> fields) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write((JSON.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers only", e);
        } catch (IOException e) {
            // Statistics are not worth a client's transfer.
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / SECOND;
    }
}

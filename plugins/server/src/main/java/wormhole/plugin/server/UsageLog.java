package wormhole.plugin.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import wormhole.plugin.server.mailbox.UsageRecord;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/**
 * A file that gets a line of JSON for each nameplate and mailbox that was used: when, for how long and with what result, but not
 * by whom and under which name. It is opened for each line, so that it can be rotated at any time.
 */
final class UsageLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final long blurSeconds;

    private UsageLog(Path file, long blurSeconds) {
        this.file = file;
        this.blurSeconds = blurSeconds;
    }

    /**
     * Makes sure that the file can be written.
     *
     * @param blurSeconds to a multiple of which the time of the beginning is rounded down; 0 to keep it exact
     */
    static UsageLog open(Path file, long blurSeconds) throws WormholeException {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            return new UsageLog(file, blurSeconds);
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "the usage log " + file + " cannot be written", e)
                    .withHint("Give --usage-log a file in a folder that exists and that this user may write to.");
        }
    }

    void write(UsageRecord usage) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write((JSON.writeValueAsString(fields(usage)) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers only", e);
        } catch (IOException e) {
            // Statistics are not worth a client's transfer.
        }
    }

    private Map<String, Object> fields(UsageRecord usage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", usage.kind());
        fields.put("app_id", usage.appId());
        long started = usage.started().getEpochSecond();
        fields.put("started", blurSeconds == 0 ? started : started - Math.floorMod(started, blurSeconds));
        fields.put("total_time", seconds(usage.total()));
        fields.put("waiting_time", usage.waiting().map(UsageLog::seconds).orElse(null));
        fields.put("result", usage.result());
        return fields;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / SECOND;
    }
}

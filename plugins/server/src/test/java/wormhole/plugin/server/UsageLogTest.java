package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.plugin.server.mailbox.UsageRecord;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class UsageLogTest {
    private static final UsageRecord HAPPY = new UsageRecord(
            "mailbox",
            "app",
            Instant.ofEpochSecond(1007),
            Optional.of(Duration.ofMillis(1500)),
            Duration.ofSeconds(9),
            "happy");
    private static final UsageRecord LONELY = new UsageRecord(
            "nameplate", "app", Instant.ofEpochSecond(1007), Optional.empty(), Duration.ofSeconds(2), "lonely");

    @TempDir
    private Path folder;

    @Test
    void writesALineForEachRecordAndKeepsWhatWasThere() throws WormholeException {
        Path file = folder.resolve("usage.jsonl");
        UsageLog.open(file, 0).write(HAPPY);
        UsageLog.open(file, 0).write(LONELY);

        assertThat(file)
                .hasContent("{\"type\":\"mailbox\",\"app_id\":\"app\",\"started\":1007,\"total_time\":9.0,"
                        + "\"waiting_time\":1.5,\"result\":\"happy\"}\n"
                        + "{\"type\":\"nameplate\",\"app_id\":\"app\",\"started\":1007,\"total_time\":2.0,"
                        + "\"waiting_time\":null,\"result\":\"lonely\"}\n");
    }

    @Test
    void blursTheBeginning() throws WormholeException {
        Path file = folder.resolve("usage.jsonl");
        UsageLog.open(file, 60).write(HAPPY);

        assertThat(file).content().contains("\"started\":960,");
    }

    @Test
    void refusesAFileThatCannotBeWritten() {
        assertThatThrownBy(() -> UsageLog.open(folder, 0))
                .asInstanceOf(type(WormholeException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNUSABLE));
    }
}

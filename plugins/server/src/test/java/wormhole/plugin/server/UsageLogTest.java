package wormhole.plugin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wormhole.plugin.server.mailbox.UsageRecord;
import wormhole.plugin.server.relay.RelayUsage;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class UsageLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1010), ZoneOffset.UTC);
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
        UsageLog.open(file, 0, CLOCK).write(HAPPY);
        UsageLog.open(file, 0, CLOCK).write(LONELY);

        assertThat(file)
                .hasContent("{\"type\":\"mailbox\",\"app_id\":\"app\",\"started\":1007,\"total_time\":9.0,"
                        + "\"waiting_time\":1.5,\"result\":\"happy\"}\n"
                        + "{\"type\":\"nameplate\",\"app_id\":\"app\",\"started\":1007,\"total_time\":2.0,"
                        + "\"waiting_time\":null,\"result\":\"lonely\"}\n");
    }

    @Test
    void blursTheBeginning() throws WormholeException {
        Path file = folder.resolve("usage.jsonl");
        UsageLog.open(file, 60, CLOCK).write(HAPPY);

        assertThat(file).content().contains("\"started\":960,");
    }

    @Test
    void writesOfTheRelayInTheReferencesTerms() throws WormholeException {
        Path file = folder.resolve("usage.jsonl");
        Duration total = Duration.ofSeconds(4);
        UsageLog exact = UsageLog.open(file, 0, CLOCK);
        exact.write(new RelayUsage(Optional.of(Duration.ofMillis(1500)), total, 123_456, "happy"));
        exact.write(new RelayUsage(Optional.empty(), total, 0, "lonely"));

        assertThat(file)
                .hasContent("{\"type\":\"relay\",\"started\":1006,\"total_time\":4.0,\"waiting_time\":1.5,"
                        + "\"total_bytes\":123456,\"mood\":\"happy\"}\n"
                        + "{\"type\":\"relay\",\"started\":1006,\"total_time\":4.0,\"waiting_time\":null,"
                        + "\"total_bytes\":0,\"mood\":\"lonely\"}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 10000",
        "10000, 10000",
        "999999, 1000000",
        "1000001, 2000000",
        "999999999, 1000000000",
        "1000000001, 1100000000"
    })
    void blursSizesAsTheReferenceDoes(long bytes, long written) throws WormholeException {
        Path file = folder.resolve("usage.jsonl");
        UsageLog.open(file, 60, CLOCK).write(new RelayUsage(Optional.empty(), Duration.ZERO, bytes, "happy"));

        assertThat(file).content().contains("\"started\":960,").contains("\"total_bytes\":" + written + ",");
    }

    @Test
    void refusesAFileThatCannotBeWritten() {
        assertThatThrownBy(() -> UsageLog.open(folder, 0, CLOCK))
                .asInstanceOf(type(WormholeException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNUSABLE));
    }
}

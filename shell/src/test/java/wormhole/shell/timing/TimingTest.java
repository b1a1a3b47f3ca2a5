package wormhole.shell.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

class TimingTest {
    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private final RecordingUserInterface target = new RecordingUserInterface().answering("yes");
    private final TimingInterface timing = new TimingInterface(target, "send", clock);

    /** A clock that goes on when a test says so. */
    private static final class ManualClock extends Clock {
        private long millis = 1_000_000;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }

    private Recording recorded() throws WormholeException {
        Path file = folder.resolve("timing.json");
        timing.write(file);
        return Recording.read(file);
    }

    @Test
    void writesDownWhenWhatHappenedAndPassesItOn() throws Exception {
        clock.millis += 250;
        timing.tell(Event.named("welcome"));
        clock.millis += 250;
        timing.tell(Event.named("transit").with("path", "directly to 192.0.2.1:5"));

        assertThat(recorded())
                .isEqualTo(new Recording(
                        "send",
                        1_000_000,
                        List.of(
                                new Moment("welcome", "", 0.25, 0.25),
                                new Moment("transit", "directly to 192.0.2.1:5", 0.5, 0.5),
                                new Moment("end", "", 0.5, 0.5))));
        assertThat(target.events()).extracting(Event::name).containsExactly("welcome", "transit");
    }

    @Test
    void tellsHowLongProgressAndQuestionsTook() throws Exception {
        timing.ask(Question.yesOrNo("accept", "ok?"));
        var progress = timing.progress("Sending", 100);
        clock.millis += 2000;
        progress.advance(100);
        progress.close();

        assertThat(recorded().moments())
                .contains(new Moment("Sending", "100 bytes", 0, 2), new Moment("question", "accept", 0, 0));
    }

    @Test
    void keepsNoCodeNoTextAndNoPlace() throws Exception {
        timing.tell(Event.named("code").with("code", "4-secret-words"));
        timing.tell(Event.named("text").with("text", "secret"));
        timing.tell(Event.named("received").with("path", "/home/secret"));
        Path file = folder.resolve("timing.json");
        timing.write(file);

        assertThat(file).content().doesNotContain("secret");
    }

    @Test
    void drawsBothSidesOnOnePageThatNeedsNothingElse() {
        String page = Timeline.page(List.of(
                new Recording("send", 1000, List.of(new Moment("we<lcome", "", 0.5, 0.5))),
                new Recording("receive", 2000, List.of(new Moment("Receiving", "10 bytes", 0.5, 1)))));

        assertThat(page)
                .contains("we&lt;lcome", "Receiving: 10 bytes, 0.500 s to 1.000 s", ">10 bytes</text>")
                .contains(">0 s<", ">0.2 s<", ">2 s<")
                .doesNotContain("http", "src=");
    }

    @Test
    void saysThatAnotherFileHoldsNoTiming() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThatThrownBy(() -> Recording.read(other))
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNUSABLE));
    }
}

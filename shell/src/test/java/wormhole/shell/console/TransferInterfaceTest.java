package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.testkit.RecordingUserInterface;

class TransferInterfaceTest {
    private static final Event CODE = Event.named("code").with("code", "7-crossover-clockwork");

    private final RecordingUserInterface person = new RecordingUserInterface();

    @Test
    void theCodeIsToldWithWhatTheOtherSideHasToDo() {
        new TransferInterface(person, CodeAnnouncement.withCommand("wormhole receive"), false).tell(CODE);

        assertThat(person.event("code").text())
                .isEqualTo("Wormhole code is: 7-crossover-clockwork\n"
                        + "On the other computer, please run: wormhole receive 7-crossover-clockwork");
        assertThat(person.event("code").level()).isEqualTo(Event.Level.WARNING);
    }

    @Test
    void aLinkIsToldToo() {
        new TransferInterface(person, CodeAnnouncement.withCommand("wormhole receive"), false)
                .tell(CODE.with("uri", "wormhole-transfer:7-crossover-clockwork"));

        assertThat(person.event("code").text()).endsWith("\nOr open there: wormhole-transfer:7-crossover-clockwork");
    }

    @Test
    void aCodeThatIsKnownIsNotRepeated() {
        new TransferInterface(person, CodeAnnouncement.NOTHING, false).tell(CODE);

        assertThat(person.event("code").text()).isEmpty();
    }

    @Test
    void otherEventsPassAsTheyAre() {
        new TransferInterface(person, CodeAnnouncement.CODE_ONLY, false).tell(Event.note("hello"));

        assertThat(person.events()).containsExactly(Event.note("hello"));
    }

    @Test
    void progressIsHiddenOnRequest() {
        try (Progress hidden = new TransferInterface(person, CodeAnnouncement.NOTHING, true).progress("Sending", 9)) {
            hidden.advance(9);
        }
        assertThat(person.progressed()).isZero();

        try (Progress shown = new TransferInterface(person, CodeAnnouncement.NOTHING, false).progress("Sending", 9)) {
            shown.advance(9);
        }
        assertThat(person.progressed()).isEqualTo(9);
    }
}

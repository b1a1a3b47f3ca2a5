package wormhole.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class MeetingPointTest {
    private static final String CODE = "7-crossover-clockwork";
    private static final String LINK = "wormhole-transfer:" + CODE;
    private static final String ELSEWHERE = LINK + "?rendezvous=ws%3A%2F%2Fexample.com%2Fv1";
    private static final WormholeSettings USUAL =
            WormholeSettings.forApp(ClientSettings.defaults().appId());

    private static MeetingPoint place(String given) throws WormholeException {
        return MeetingPoint.of(USUAL, new CodeChoice.Given(given));
    }

    @Test
    void aLinkIsAsGoodAsACode() throws WormholeException {
        for (String given : List.of(CODE, LINK, "WORMHOLE-TRANSFER:" + CODE)) {
            assertThat(place(given)).isEqualTo(new MeetingPoint(USUAL, new CodeChoice.Given(CODE)));
        }
    }

    @Test
    void aLinkLeadsToItsServer() throws WormholeException {
        MeetingPoint place = place(ELSEWHERE);

        assertThat(place.settings().mailboxServer()).isEqualTo(URI.create("ws://example.com/v1"));
        assertThat(place.link(CODE)).contains(ELSEWHERE);
    }

    @Test
    void theUsualServerNeedNotStandInALink() throws WormholeException {
        assertThat(place(CODE).link(CODE)).contains(LINK);
    }

    @Test
    void otherApplicationsHaveNoLink() throws WormholeException {
        assertThat(MeetingPoint.of(WormholeSettings.forApp("example.com/chat"), new CodeChoice.Ask())
                        .link(CODE))
                .isEmpty();
    }

    @Test
    void aTypedLinkMustLeadWhereTheWormholeIsOpenAlready() throws WormholeException {
        MeetingPoint here = MeetingPoint.of(USUAL, new CodeChoice.Ask());

        assertThat(here.read(LINK).text()).isEqualTo(CODE);
        assertThat(here.read(CODE).text()).isEqualTo(CODE);
        assertThatThrownBy(() -> here.read(ELSEWHERE))
                .isInstanceOfSatisfying(
                        WormholeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }
}

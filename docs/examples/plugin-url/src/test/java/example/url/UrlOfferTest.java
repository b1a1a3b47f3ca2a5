package example.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.OfferRun;

class UrlOfferTest {
    private static final ReceiveRequest HERE = ReceiveRequest.into(Path.of("").toAbsolutePath());

    private final OfferRun run = OfferRun.of(new UrlOffer());

    @Test
    void anAddressArrives() throws WormholeException {
        run.transfer(SendRequest.ofText("url:https://example.org"), HERE);

        assertEquals("https://example.org\n", new String(run.receiver().outputBytes(), StandardCharsets.UTF_8));
        assertEquals("https://example.org", run.receiver().event("url").fields().get("url"));
    }

    @Test
    void anAttackDoesNot() {
        WormholeException failure = assertThrows(
                WormholeException.class, () -> run.receive("javascript:alert(1)", new byte[0], HERE));

        assertEquals(ErrorCode.MALFORMED_PEER_MESSAGE, failure.code());
        assertEquals(0, run.receiver().outputBytes().length);
    }
}

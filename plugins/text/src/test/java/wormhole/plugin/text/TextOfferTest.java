package wormhole.plugin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceLoader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.OfferType;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.WormholePlugin;
import wormhole.spi.testkit.OfferRun;

class TextOfferTest {
    private static final ReceiveRequest HERE = ReceiveRequest.into(Path.of("").toAbsolutePath());

    private final OfferType type = new TextOffer();

    @Test
    void isFoundAsAPlugin() {
        assertThat(ServiceLoader.load(WormholePlugin.class))
                .anySatisfy(plugin -> assertThat(plugin.offerTypes()).hasExactlyElementsOfTypes(TextOffer.class));
    }

    @Test
    void isTheOfferItself() throws WormholeException {
        assertThat(type.prepare(SendRequest.ofText("hello")).orElseThrow().body())
                .isEqualTo("hello");
        assertThat(type.key()).isEqualTo("message");
    }

    @Test
    void isNotResponsibleForFiles() throws WormholeException {
        assertThat(type.prepare(SendRequest.ofPaths(Path.of("x").toAbsolutePath())))
                .isEmpty();
    }

    @Test
    void isWrittenByteForByteWithALineEnd() throws WormholeException {
        OfferRun run = OfferRun.of(type);
        run.transfer(SendRequest.ofText("a\u001b[2Jb\nc ü"), HERE);
        assertThat(run.receiver().outputBytes()).isEqualTo("a\u001b[2Jb\nc ü\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isToldToProgramsOnly() throws WormholeException {
        OfferRun run = OfferRun.of(type);
        run.transfer(SendRequest.ofText("hello"), HERE);
        assertThat(run.receiver().event("text")).isEqualTo(Event.named("text").with("text", "hello"));
    }

    @Test
    void needsNobodysConsent() throws WormholeException {
        OfferRun.of(type).refused().transfer(SendRequest.ofText("hello"), HERE);
    }

    @Test
    void isRefusedIfItIsNoText() {
        for (Object body : Arrays.asList(5, null, true, "x\ud800", "x".repeat(TextOffer.MAX_LENGTH + 1))) {
            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> OfferRun.of(type).receive(body, new byte[0], HERE))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_PEER_MESSAGE));
        }
    }

    @Test
    void isNotSentIfThePeerCouldNotTakeIt() {
        for (String text : new String[] {"\ud800", "x".repeat(TextOffer.MAX_LENGTH + 1)}) {
            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> type.prepare(SendRequest.ofText(text)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
        }
    }

    @Test
    void isNeverInTheSummary() throws WormholeException {
        assertThat(type.prepare(SendRequest.ofText("x")).orElseThrow().summary())
                .isEqualTo("text message (1 character)");
    }

    @Property
    void arrivesAsItWasSent(@ForAll("texts") String text) throws WormholeException {
        OfferRun run = OfferRun.of(type);
        run.transfer(SendRequest.ofText(text), HERE);
        assertThat(new String(run.receiver().outputBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text + "\n");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange('\0', '\ud7ff').ofMaxLength(200);
    }
}

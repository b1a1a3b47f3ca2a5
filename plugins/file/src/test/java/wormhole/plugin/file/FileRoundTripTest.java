package wormhole.plugin.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.OfferRun;

class FileRoundTripTest {
    private Path source;
    private Path there;

    @BeforeTry
    void makePlaces() throws IOException {
        source = Files.createTempFile("wormhole-test", ".source");
        there = Files.createTempDirectory("wormhole-test");
    }

    @AfterTry
    void clearPlaces() throws IOException {
        for (String name : there.toFile().list()) {
            Files.delete(there.resolve(name));
        }
        Files.delete(there);
        Files.delete(source);
    }

    @Property(tries = 100)
    void arrivesUnderItsNameAsItWasSent(@ForAll("names") String name, @ForAll @Size(max = 40_000) byte[] content)
            throws IOException, WormholeException {
        Files.write(source, content);
        SendRequest request = new SendRequest(null, null, List.of(source), name, List.of(), false);
        OfferRun.of(new FileOffer()).transfer(request, ReceiveRequest.into(there));
        assertThat(there.toFile().list()).containsExactly(name);
        assertThat(there.resolve(name)).hasBinaryContent(content);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcXYZ019-_ .,'\"äß你של$&;~#")
                .ofMaxLength(40)
                .map(text -> text + "x");
    }
}

package wormhole.plugin.transitdirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.spi.Candidate;
import wormhole.spi.Link;
import wormhole.spi.PeerValue;
import wormhole.spi.RelayAddress;
import wormhole.spi.Role;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

class DirectTcpSessionTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Link> incoming = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private final class Context implements TransitContext {
        private final boolean mayListen;

        Context(boolean mayListen) {
            this.mayListen = mayListen;
        }

        @Override
        public Role role() {
            return Role.SENDER;
        }

        @Override
        public String side() {
            return "0123456789abcdef";
        }

        @Override
        public String relayToken() {
            return "00";
        }

        @Override
        public boolean mayListen() {
            return mayListen;
        }

        @Override
        public List<RelayAddress> relays() {
            return List.of();
        }

        @Override
        public List<InetAddress> localAddresses() {
            return List.of(InetAddress.getLoopbackAddress());
        }

        @Override
        public Executor executor() {
            return threads;
        }

        @Override
        public void incoming(Link link) {
            incoming.add(link);
        }
    }

    private TransitSession open(boolean mayListen) throws WormholeException {
        return new DirectTcpMethod().open(new Context(mayListen));
    }

    private static List<PeerValue> values(List<? extends Map<String, ?>> hints) {
        return hints.stream().map(hint -> PeerValue.of(hint, "hint")).toList();
    }

    @Test
    void oneSideDialsWhatTheOtherTells() throws Exception {
        try (TransitSession listening = open(true);
                TransitSession dialling = open(false)) {
            List<Candidate> candidates = dialling.candidates(values(listening.hints()));

            try (Link out = candidates.get(0).connect();
                    Link in = incoming.take()) {
                out.channel().write(ByteBuffer.wrap(new byte[] {42}));
                ByteBuffer read = ByteBuffer.allocate(1);
                in.channel().read(read);

                assertThat(read.get(0)).isEqualTo((byte) 42);
                assertThat(out.relayed()).isFalse();
            }
        }
    }

    @Test
    void whoMayNotListenTellsNothing() throws Exception {
        try (TransitSession session = open(false)) {
            assertThat(session.hints()).isEmpty();
        }
    }

    @Test
    void nobodyAnswersOnceItIsClosed() throws Exception {
        TransitSession listening = open(true);
        List<PeerValue> hints = values(listening.hints());
        listening.close();

        try (TransitSession dialling = open(false)) {
            Candidate candidate = dialling.candidates(hints).get(0);
            assertThatThrownBy(candidate::connect).isInstanceOf(IOException.class);
        }
    }

    static Stream<Map<String, ?>> brokenHints() {
        return Stream.of(
                Map.of(),
                Map.of("hostname", "host"),
                Map.of("hostname", 12, "port", 1),
                Map.of("hostname", "", "port", 1),
                Map.of("hostname", "host\u001b[2J", "port", 1),
                Map.of("hostname", "a b", "port", 1),
                Map.of("hostname", "x".repeat(256), "port", 1),
                Map.of("hostname", "host", "port", 0),
                Map.of("hostname", "host", "port", -1),
                Map.of("hostname", "host", "port", 65_536),
                Map.of("hostname", "host", "port", BigInteger.TWO.pow(70)),
                Map.of("hostname", "host", "port", 1.5),
                Map.of("hostname", "host", "port", true),
                Map.of("hostname", "host", "port", "1"),
                Map.of("hostname", "host", "port", 1, "priority", "high"),
                Map.of("hostname", "host", "port", 1, "priority", Double.NaN));
    }

    @ParameterizedTest
    @MethodSource("brokenHints")
    void aBrokenHintIsSkippedAndTheNextOneTaken(Map<String, ?> broken) throws Exception {
        try (TransitSession session = open(false)) {
            assertThat(session.candidates(values(List.of(broken, Map.of("hostname", "good.example", "port", 4001)))))
                    .extracting(Candidate::description)
                    .containsExactly("good.example:4001");
        }
    }

    @Test
    void onlySoManyHintsAreLookedAtAndEachIsDialledOnce() throws Exception {
        try (TransitSession session = open(false)) {
            assertThat(session.candidates(values(Collections.nCopies(10_000, Map.of("hostname", "host", "port", 1)))))
                    .hasSize(1);
            assertThat(session.candidates(values(Stream.iterate(1, i -> i + 1)
                            .limit(10_000)
                            .map(i -> Map.of("hostname", "host", "port", i))
                            .toList())))
                    .hasSize(32);
        }
    }

    @Test
    void readsPriorities() throws Exception {
        try (TransitSession session = open(false)) {
            assertThat(session.candidates(values(List.of(Map.of("hostname", "::1", "port", 1, "priority", 2.5)))))
                    .singleElement()
                    .satisfies(candidate -> {
                        assertThat(candidate.priority()).isEqualTo(2.5);
                        assertThat(candidate.description()).isEqualTo("[::1]:1");
                    });
        }
    }
}

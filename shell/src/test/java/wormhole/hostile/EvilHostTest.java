package wormhole.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.ClientSettings;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WaitLimits;
import wormhole.engine.transit.RelayAddresses;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** A relay, or whatever a hint leads to, that is none: it costs its own path only. */
class EvilHostTest extends Scene {
    private static final Duration LONG = Duration.ofMinutes(1);

    /** The receiver has this relay and no other path, and an honest sender that names none. */
    private WormholeException failureWith(Host.Manner manner, WaitLimits limits, ErrorCode... codes) throws Exception {
        WormholeException failure;
        try (Host host = Host.open(manner);
                EvilPeer peer = peer()) {
            Running victim = receive(relayOnly(host), limits);
            peer.say("{\"transit\":{\"abilities-v1\":[],\"hints-v1\":[]}}");
            peer.offerFile("x.bin", 5);
            failure = victim.failsWith(codes);
            assertThat(peer.hearError()).isNotBlank();
        }
        assertUntouched();
        assertServerHoldsNothing();
        return failure;
    }

    private ClientSettings relayOnly(Host host) throws WormholeException {
        return servers.settings()
                .withTransit(TransitPolicy.RELAY)
                .withRelays(List.of(RelayAddresses.parse("tcp:127.0.0.1:" + host.port())));
    }

    private static Host.Manner saying(String words) {
        return (in, out) -> {
            out.write(words.getBytes(UTF_8));
            out.flush();
            Host.swallow(in);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "impatient\n",
                "bad handshake\n",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0001\u0001\u0001\u0001",
                "\n",
                "ok\r\n",
                "OK\n",
                "ok\nHTTP/1.1 400 Bad Request\r\n\r\n",
                "ok\ntransit sender 0000000000000000000000000000000000000000000000000000000000000000 ready\n\n",
            })
    void aRelayThatIsNoneIsNoPath(String words) throws Exception {
        failureWith(saying(words), WaitLimits.USUAL, ErrorCode.NO_PATH);
    }

    @Test
    void aRelayThatHangsUpIsNoPath() throws Exception {
        failureWith((in, out) -> out.close(), WaitLimits.USUAL, ErrorCode.NO_PATH);
    }

    @Test
    void anEchoIsNoPath() throws Exception {
        failureWith(
                (in, out) -> {
                    var unused = in.transferTo(out);
                },
                WaitLimits.USUAL,
                ErrorCode.NO_PATH);
    }

    @Test
    void anEchoBehindARelayIsNoPath() throws Exception {
        failureWith(
                (in, out) -> {
                    int read = in.read();
                    while (read != '\n') {
                        read = in.read();
                    }
                    out.write("ok\n".getBytes(UTF_8));
                    var unused = in.transferTo(out);
                },
                WaitLimits.USUAL,
                ErrorCode.NO_PATH);
    }

    @Test
    void aSilentRelayIsGivenUp() throws Exception {
        failureWith((in, out) -> Host.swallow(in), withTransit(SHORT, LONG, LONG), ErrorCode.TIMEOUT);
    }

    @Test
    void aRelayThatIsSilentAfterItsOkIsGivenUp() throws Exception {
        failureWith(saying("ok\n"), withTransit(LONG, SHORT, LONG), ErrorCode.NO_PATH);
    }

    @Test
    void aRelayThatDribblesIsGivenUpHoweverLongItCouldGoOn() throws Exception {
        failureWith(
                (in, out) -> {
                    out.write("ok\n".getBytes(UTF_8));
                    // Right so far, and never complete.
                    out.write("transit sender ".getBytes(UTF_8));
                    out.flush();
                    Host.swallow(in);
                },
                withTransit(LONG, SHORT, LONG),
                ErrorCode.NO_PATH);
    }

    @Test
    void onlyTheHandshakeIsSaidToAStranger() throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        failureWith(
                (in, out) -> {
                    out.write("ok\nnonsense".getBytes(UTF_8));
                    var unused = in.transferTo(heard);
                },
                WaitLimits.USUAL,
                ErrorCode.NO_PATH);

        assertThat(heard.toString(UTF_8))
                .matches("please relay [0-9a-f]{64} for side [0-9a-f]{16}\n(transit receiver [0-9a-f]{64} ready\n\n)?");
    }

    @Test
    void abandonedPathsDoNotKeepTheGoodOneAway() throws Exception {
        try (Host silent = Host.open((in, out) -> Host.swallow(in));
                Host echo = Host.open((in, out) -> {
                    var unused = in.transferTo(out);
                });
                EvilPeer peer = peer()) {
            Running victim = receive();
            try (RawTransit transit = RawTransit.listen(peer, Role.SENDER)) {
                peer.say("{\"transit\":{\"hints-v1\":[" + hint("127.0.0.1", silent.port()) + ","
                        + hint("127.0.0.1", echo.port()) + "," + hint("127.0.0.1", 1) + ","
                        + hint("no-such-host.invalid", 5) + "," + hint("127.0.0.1", transit.port()) + "]}}");
                peer.offerFile("x.bin", 5);
                transit.connect().sendRecord("12345");
                assertThat(new String(transit.receiveRecord(), UTF_8)).contains("\"ok\"");
                victim.succeeds();
            }
        }
        assertArrived("x.bin", "12345".getBytes(UTF_8));
    }

    private static String hint(String host, int port) {
        return "{\"type\":\"direct-tcp-v1\",\"hostname\":\"" + host + "\",\"port\":" + port + ",\"priority\":0.0}";
    }
}

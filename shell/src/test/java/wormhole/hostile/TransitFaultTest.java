package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.engine.ClientSettings;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WaitLimits;
import wormhole.engine.transit.RelayAddresses;
import wormhole.spi.ErrorCode;
import wormhole.spi.RelayAddress;
import wormhole.spi.SendRequest;

/** The way of the bulk data is cut or spoilt anywhere: never a wrong or partial file, never a wrong success. */
class TransitFaultTest extends Scene {
    private static final int SIZE = 1_000_000;
    private static final int RECORD = 128 << 10;
    private static final int RECORDS = (SIZE + RECORD - 1) / RECORD;
    /** Length, nonce and tag of each record. */
    private static final int OVERHEAD = 44;

    private static final long REQUEST =
            ("please relay " + "0".repeat(64) + " for side " + "0".repeat(16) + "\n").length();
    private static final long SENDERS_HANDSHAKE = ("transit sender " + "0".repeat(64) + " ready\n\n" + "go\n").length();
    private static final long RECEIVERS_HANDSHAKE = ("transit receiver " + "0".repeat(64) + " ready\n\n").length();
    /** Where the sender's records begin and end on its connection to the relay. */
    private static final long START = REQUEST + SENDERS_HANDSHAKE;

    private static final long END = START + SIZE + (long) RECORDS * OVERHEAD;

    private static final long CONFIRMATION = "ok\n".length() + RECEIVERS_HANDSHAKE;

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final WaitLimits LIMITS = withTransit(LONG, LONG, SHORT.multipliedBy(5));

    /** Both sides of one. */
    private record Transfer(Running sending, Running receiving) {}

    /** Runs a transfer through the relay in which the sender's connection has this fault. */
    private Transfer transfer(Fault fault) throws Exception {
        RelayAddress.Tcp relay = (RelayAddress.Tcp) servers.settings().relays().get(0);
        try (FaultProxy proxy = FaultProxy.to(
                relay.port(),
                connection ->
                        connection.opening().contains("transit sender") ? Optional.of(fault) : Optional.empty())) {
            ClientSettings settings = servers.settings()
                    .withTransit(TransitPolicy.RELAY)
                    .withRelays(List.of(RelayAddresses.parse("tcp:127.0.0.1:" + proxy.port())));
            Running sending = send(settings, LIMITS, SendRequest.ofPaths(file(SIZE)));
            Running receiving = receive(settings, LIMITS);
            var unusedSending = sending.outcome();
            var unusedReceiving = receiving.outcome();
            assertThat(proxy.hasStruck()).isTrue();
            assertServerHoldsNothing();
            return new Transfer(sending, receiving);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "50", "99", "100"})
    void aCutIsNoFileForBoth(int percent) throws Exception {
        long at = Math.min(END - 1, START + (END - START) * percent / 100);

        Transfer transfer = transfer(new Fault(Fault.Kind.CUT, Fault.Direction.FROM_CLIENT, at));

        assertThat(transfer.receiving().failsWith(ErrorCode.PEER_LOST)).hasMessageContaining("of " + SIZE + " bytes");
        transfer.sending().failsWith(ErrorCode.PEER_LOST, ErrorCode.NOT_CONFIRMED);
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void aCutInTheConfirmationIsNoSuccessForTheSender(int bytes) throws Exception {
        Transfer transfer = transfer(new Fault(Fault.Kind.CUT, Fault.Direction.TO_CLIENT, CONFIRMATION + bytes));

        assertThat(transfer.sending().failsWith(ErrorCode.NOT_CONFIRMED)).hasMessageContaining("did not confirm");
        assertArrived("data.bin", content(SIZE));
    }

    @ParameterizedTest
    @CsvSource({
        "FLIP, 0",
        "FLIP, 4",
        "FLIP, 27",
        "FLIP, 28",
        "FLIP, 44",
        "FLIP, 500000",
        "FLIP, 1000300",
        "DROP, 0",
        "DROP, 500000",
        "REPEAT, 0",
        "REPEAT, 100",
        "REPEAT, 500000"
    })
    void whatIsTamperedWithIsNoFile(Fault.Kind kind, int at) throws Exception {
        Transfer transfer = transfer(new Fault(kind, Fault.Direction.FROM_CLIENT, START + at));

        transfer.receiving().failsWith(ErrorCode.INTEGRITY, ErrorCode.TIMEOUT, ErrorCode.PEER_LOST);
        transfer.sending().failsWith(ErrorCode.PEER_LOST, ErrorCode.NOT_CONFIRMED);
        assertUntouched();
    }

    @Test
    void aConfirmationThatIsTamperedWithIsNoSuccess() throws Exception {
        Transfer transfer = transfer(new Fault(Fault.Kind.FLIP, Fault.Direction.TO_CLIENT, CONFIRMATION + 60));

        transfer.sending().failsWith(ErrorCode.INTEGRITY);
        assertArrived("data.bin", content(SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500_000})
    void aConnectionThatIsDeadWithoutAWordIsGivenUp(int at) throws Exception {
        Transfer transfer = transfer(new Fault(Fault.Kind.STALL, Fault.Direction.FROM_CLIENT, START + at));

        transfer.receiving().failsWith(ErrorCode.TIMEOUT);
        transfer.sending().failsWith(ErrorCode.TIMEOUT, ErrorCode.NOT_CONFIRMED, ErrorCode.PEER_LOST);
        assertUntouched();
    }

    @Test
    void aConnectionThatIsClosedInOneDirectionIsNoFile() throws Exception {
        Transfer transfer = transfer(new Fault(Fault.Kind.HALF_CLOSE, Fault.Direction.FROM_CLIENT, START + SIZE / 2L));

        transfer.receiving().failsWith(ErrorCode.PEER_LOST);
        transfer.sending().failsWith(ErrorCode.PEER_LOST, ErrorCode.NOT_CONFIRMED);
        assertUntouched();
    }
}

package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wormhole.engine.ClientSettings;
import wormhole.engine.WaitLimits;
import wormhole.spi.ErrorCode;
import wormhole.spi.Role;
import wormhole.spi.SendRequest;

/**
 * The way of the data between two real sides is cut or spoilt anywhere, in what either says: never a wrong or partial file,
 * never a wrong success, and the other side is told. What a way is, the subclasses say.
 */
abstract class PathFaultTest extends Scene {
    private static final int SIZE = 300_000;
    /** Length, nonce and tag of each of the three records. */
    private static final long RECORDS = SIZE + 3L * 44;

    private static final String KEY = "0".repeat(64);
    private static final long SENDERS_HANDSHAKE = ("transit sender " + KEY + " ready\n\n" + "go\n").length();
    private static final long RECEIVERS_HANDSHAKE = ("transit receiver " + KEY + " ready\n\n").length();
    private static final long CONFIRMATION = 44L + ("{\"ack\":\"ok\",\"sha256\":\"" + KEY + "\"}").length();

    /** A line end that comes twice at the end belongs to what follows. */
    private static final long LAST = 2;

    private static final Duration LIMIT = SHORT.multipliedBy(5);
    private static final WaitLimits LIMITS = withTransit(LIMIT.multipliedBy(10), LIMIT, LIMIT);

    /** Whoever is the first to notice tells the other, and which of the two it is may depend on a moment. */
    private static final ErrorCode[] ANY_LOSS = {
        ErrorCode.NO_PATH,
        ErrorCode.TIMEOUT,
        ErrorCode.PEER_ERROR,
        ErrorCode.PEER_LOST,
        ErrorCode.NOT_CONFIRMED,
        ErrorCode.INTEGRITY
    };

    /**
     * Where something goes wrong: in what this side says, on a connection that that one dialled.
     *
     * @param at counted from the first byte of the handshake
     */
    record Spot(Role dials, Role speaks, Fault.Kind kind, long at) {
        /** The fault of a connection on which so much comes before the handshake. */
        Fault after(long before) {
            return new Fault(kind, direction(), before + at);
        }

        Fault.Direction direction() {
            return dials == speaks ? Fault.Direction.FROM_CLIENT : Fault.Direction.TO_CLIENT;
        }

        /** From 0 to the last byte. */
        private static Stream<Spot> spots(Role speaks, Fault.Kind kind, int count, long from, long length) {
            long[] places = IntStream.range(0, count)
                    .mapToLong(i -> from + (length - 1) * i / (count - 1))
                    .toArray();
            return Stream.of(Role.values())
                    .flatMap(dials -> LongStream.of(places).mapToObj(at -> new Spot(dials, speaks, kind, at)));
        }
    }

    /** Both sides of a transfer. */
    record Transfer(Running sending, Running receiving) {}

    /** Runs one, and is back when both have ended and the fault has struck. */
    abstract Transfer transfer(Spot spot) throws Exception;

    final Running sendFile(ClientSettings settings) throws Exception {
        return send(settings, LIMITS, SendRequest.ofPaths(file(SIZE)));
    }

    final Running receive(ClientSettings settings) {
        return receive(settings, LIMITS);
    }

    final Transfer ended(Running sending, Running receiving, BooleanSupplier struck) throws Exception {
        String outcomes = sending.outcome() + ", " + receiving.outcome();
        assertThat(struck.getAsBoolean()).as(outcomes).isTrue();
        assertServerHoldsNothing();
        return new Transfer(sending, receiving);
    }

    static Stream<Spot> inTheHandshake() {
        return Stream.of(Fault.Kind.values()).flatMap(kind -> {
            int count = kind == Fault.Kind.CUT || kind == Fault.Kind.FLIP ? 6 : 2;
            return Stream.concat(
                    Spot.spots(Role.SENDER, kind, count, 0, SENDERS_HANDSHAKE - LAST),
                    Spot.spots(Role.RECEIVER, kind, count, 0, RECEIVERS_HANDSHAKE - LAST));
        });
    }

    @ParameterizedTest
    @MethodSource
    void inTheHandshake(Spot spot) throws Exception {
        Transfer transfer = transfer(spot);

        transfer.sending().failsWith(ANY_LOSS);
        transfer.receiving().failsWith(ANY_LOSS);
        assertUntouched();
    }

    static Stream<Spot> ofTheFile() {
        return Stream.of(
                        Spot.spots(Role.SENDER, Fault.Kind.CUT, 12, SENDERS_HANDSHAKE, RECORDS),
                        Spot.spots(Role.SENDER, Fault.Kind.HALF_CLOSE, 3, SENDERS_HANDSHAKE, RECORDS))
                .flatMap(spots -> spots);
    }

    @ParameterizedTest
    @MethodSource("ofTheFile")
    void aCutIsNoFileForBoth(Spot spot) throws Exception {
        Transfer transfer = transfer(spot);

        transfer.receiving().failsWith(ErrorCode.PEER_LOST);
        transfer.sending().failsWith(ErrorCode.PEER_LOST, ErrorCode.NOT_CONFIRMED);
        assertUntouched();
    }

    static Stream<Spot> tampering() {
        return Stream.of(
                        Spot.spots(Role.SENDER, Fault.Kind.FLIP, 12, SENDERS_HANDSHAKE + 2, RECORDS - 2),
                        Spot.spots(Role.SENDER, Fault.Kind.REPEAT, 4, SENDERS_HANDSHAKE + 4, RECORDS - 5),
                        Spot.spots(Role.SENDER, Fault.Kind.DROP, 3, SENDERS_HANDSHAKE + 4, RECORDS / 2))
                .flatMap(spots -> spots);
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void whatIsTamperedWithIsNoFileAndTheSenderIsTold(Spot spot) throws Exception {
        Transfer transfer = transfer(spot);

        transfer.receiving().failsWith(ErrorCode.INTEGRITY);
        assertThat(transfer.sending().failsWith(ErrorCode.PEER_ERROR)).hasMessageContaining("the other side says: ");
        assertUntouched();
    }

    static Stream<Spot> silence() {
        return Spot.spots(Role.SENDER, Fault.Kind.STALL, 3, SENDERS_HANDSHAKE, RECORDS);
    }

    @ParameterizedTest
    @MethodSource("silence")
    void aConnectionThatIsDeadWithoutAWordIsGivenUpAndTheOtherSideIsTold(Spot spot) throws Exception {
        Transfer transfer = transfer(spot);

        transfer.receiving().failsWith(ErrorCode.TIMEOUT, ErrorCode.PEER_LOST, ErrorCode.PEER_ERROR);
        transfer.sending().failsWith(ErrorCode.TIMEOUT, ErrorCode.NOT_CONFIRMED, ErrorCode.PEER_ERROR);
        assertUntouched();
    }

    static Stream<Spot> inTheConfirmation() {
        return Stream.of(Fault.Kind.values())
                // The very last byte may come twice: nobody reads on.
                .flatMap(kind -> Spot.spots(Role.RECEIVER, kind, 2, RECEIVERS_HANDSHAKE, CONFIRMATION - 1));
    }

    @ParameterizedTest
    @MethodSource
    void inTheConfirmation(Spot spot) throws Exception {
        Transfer transfer = transfer(spot);

        // It has the file. Only if it is slow may the sender's word come before its own end.
        assertThat(transfer.receiving().outcome())
                .matches(end -> end.isEmpty()
                        || end.get().code() == ErrorCode.PEER_ERROR
                        || end.get().code() == ErrorCode.PEER_LOST);
        transfer.sending().failsWith(ErrorCode.NOT_CONFIRMED, ErrorCode.INTEGRITY);
        assertArrived("data.bin", content(SIZE));
    }
}

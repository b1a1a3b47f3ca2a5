package wormhole.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import wormhole.spi.ErrorCode;
import wormhole.spi.Mood;
import wormhole.spi.WormholeException;

/**
 * Two whole clients and a server, under delays, repetitions, lost connections and messages in any order: they always end in
 * the same way, and always give back what they hold.
 */
class TwoClientsTest {
    private static final String CODE = "4-purple-sausages";

    @Provide
    Arbitrary<List<Integer>> schedules() {
        return Arbitraries.integers().between(0, 1000).list().ofMaxSize(150);
    }

    @Property(tries = 3000)
    void withTheSameCodeEverythingArrivesOnceInOrder(
            @ForAll long seed,
            @ForAll("schedules") List<Integer> schedule,
            @ForAll @IntRange(max = 4) int fromAlice,
            @ForAll @IntRange(max = 4) int fromBob) {
        everythingArrives(new Simulation(seed, FakeCryptography::new), schedule, fromAlice, fromBob);
    }

    @Property(tries = 30)
    void withRealCryptographyEverythingArrivesOnceInOrder(
            @ForAll long seed, @ForAll("schedules") List<Integer> schedule) {
        everythingArrives(new Simulation(seed, TwoClientsTest::realCryptography), schedule, 2, 2);
    }

    private static void everythingArrives(Simulation world, List<Integer> schedule, int fromAlice, int fromBob) {
        world.once("alice knows the code", () -> true, () -> world.alice.protocol.setCode(CODE));
        world.once("bob knows the code", () -> true, () -> world.bob.protocol.setCode(CODE));
        conversation(world, fromAlice, fromBob);

        world.run(schedule);

        assertThat(world.alice.received).as("%s", world).isEqualTo(texts("bob", fromBob));
        assertThat(world.bob.received).as("%s", world).isEqualTo(texts("alice", fromAlice));
        assertThat(world.alice.verifier).isNotNull().isEqualTo(world.bob.verifier);
        bothEndedWith(world, null, Mood.HAPPY);
    }

    @Property(tries = 1000)
    void anAllocatedCodeThatIsTypedPieceByPieceIsAsGood(
            @ForAll long seed, @ForAll("schedules") List<Integer> schedule) {
        Simulation world = new Simulation(seed, FakeCryptography::new);
        world.once("alice allocates", () -> true, () -> world.alice.protocol.allocateCode(2));
        world.once("bob begins to type", () -> true, world.bob.protocol::inputCode);
        world.once(
                "bob types the nameplate",
                () -> world.alice.code != null && world.isDone("bob begins to type"),
                () -> world.bob.protocol.chooseNameplate(world.alice.code.replaceFirst("-.*", "")));
        world.once(
                "bob types the words",
                () -> world.isDone("bob types the nameplate"),
                () -> world.bob.protocol.chooseWords("some-words"));
        conversation(world, 1, 1);

        world.run(schedule);

        assertThat(world.alice.received).as("%s", world).isEqualTo(texts("bob", 1));
        assertThat(world.bob.received).as("%s", world).isEqualTo(texts("alice", 1));
        bothEndedWith(world, null, Mood.HAPPY);
    }

    @Property(tries = 2000)
    void withDifferentCodesBothSidesLearnThatAndNothingElse(
            @ForAll long seed, @ForAll("schedules") List<Integer> schedule) {
        differentCodes(new Simulation(seed, FakeCryptography::new), schedule);
    }

    @Property(tries = 30)
    void withRealCryptographyDifferentCodesAreNoticed(@ForAll long seed, @ForAll("schedules") List<Integer> schedule) {
        differentCodes(new Simulation(seed, TwoClientsTest::realCryptography), schedule);
    }

    private static void differentCodes(Simulation world, List<Integer> schedule) {
        world.once("alice knows a code", () -> true, () -> world.alice.protocol.setCode(CODE));
        world.once("bob knows another", () -> true, () -> world.bob.protocol.setCode("4-purple-elephant"));
        world.once("alice speaks", () -> true, () -> sendIfOpen(world.alice, "secret"));

        world.run(schedule);

        assertThat(world.alice.received).isEmpty();
        assertThat(world.bob.received).isEmpty();
        assertThat(world.alice.verifier).isNull();
        assertThat(world.bob.verifier).isNull();
        bothEndedWith(world, ErrorCode.WRONG_CODE, Mood.SCARY);
    }

    @Property(tries = 3000)
    void whoeverLeavesAtAnyTimeGivesEverythingBack(@ForAll long seed, @ForAll("schedules") List<Integer> schedule) {
        Simulation world = new Simulation(seed, FakeCryptography::new);
        world.once("alice allocates", () -> true, () -> ifOpen(() -> world.alice.protocol.allocateCode(2)));
        world.once(
                "bob knows the code",
                () -> world.alice.code != null,
                () -> ifOpen(() -> world.bob.protocol.setCode(world.alice.code)));
        world.once("alice speaks", () -> true, () -> sendIfOpen(world.alice, "hello"));
        world.once("alice leaves", () -> true, world.alice.protocol::close);
        world.once(
                "bob fails",
                () -> true,
                () -> world.bob.protocol.fail(new WormholeException(ErrorCode.INTERRUPTED, "stopped")));

        world.run(schedule);

        givenBack(world, world.alice);
        givenBack(world, world.bob);
        if (world.alice.moods.contains(Mood.HAPPY)) {
            assertThat(world.alice.failure).as("%s", world).isNull();
        } else {
            assertThat(world.alice.failure).extracting(WormholeException::code).isEqualTo(ErrorCode.LONELY);
        }
        assertThat(world.bob.failure).extracting(WormholeException::code).isEqualTo(ErrorCode.INTERRUPTED);
    }

    /** Both say what they have to say, and leave when they have heard everything. */
    private static void conversation(Simulation world, int fromAlice, int fromBob) {
        oneSide(world, world.alice, fromAlice, fromBob);
        oneSide(world, world.bob, fromBob, fromAlice);
    }

    private static void oneSide(Simulation world, SimulatedClient client, int toSay, int toHear) {
        for (int i = 0; i < toSay; i++) {
            int next = i;
            world.once(text(client.side, next), () -> client.sent == next, () -> client.say(text(client.side, next)));
        }
        world.once(
                client.side + " leaves",
                () -> client.versionsTold && client.sent == toSay && client.received.size() >= toHear,
                client.protocol::close);
    }

    private static List<String> texts(String from, int count) {
        return IntStream.range(0, count).mapToObj(i -> text(from, i)).toList();
    }

    private static String text(String from, int number) {
        return from + " says " + number;
    }

    private static void sendIfOpen(SimulatedClient client, String text) throws WormholeException {
        ifOpen(() -> client.say(text));
    }

    private static void ifOpen(Simulation.Step step) throws WormholeException {
        try {
            step.run();
        } catch (WormholeException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.WORMHOLE_CLOSED);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void bothEndedWith(Simulation world, ErrorCode failure, Mood mood) {
        for (SimulatedClient client : List.of(world.alice, world.bob)) {
            assertThat(client.moods).as("%s", world).containsExactly(mood);
            givenBack(world, client);
            if (failure == null) {
                assertThat(client.failure).isNull();
            } else {
                assertThat(client.failure).extracting(WormholeException::code).isEqualTo(failure);
            }
        }
    }

    private static void givenBack(Simulation world, SimulatedClient client) {
        assertThat(client.timesClosed).as("%s", world).isEqualTo(1);
        assertThat(client.held()).as("%s", world).isEmpty();
    }

    private static Cryptography realCryptography(Random random) {
        return new Spake2Cryptography(count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        });
    }
}

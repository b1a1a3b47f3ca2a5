package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wormhole.engine.ClientSettings;
import wormhole.engine.TransitPolicy;
import wormhole.engine.WaitLimits;
import wormhole.engine.transfer.Consent;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.Role;
import wormhole.spi.SendRequest;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** The connection to the mailbox server is lost at any byte: the transfer completes all the same. */
class MailboxCutTest extends Scene {
    /** So many places in each direction, evenly over everything that is said. */
    private static final int PLACES = 12;

    private static final int AT_ONCE = 12;
    private static final byte[] CONTENT = content(100_000);

    private ClientSettings settings(int mailboxPort) throws WormholeException {
        return servers.settings()
                .withTransit(TransitPolicy.DIRECT)
                .withMailboxServer(URI.create("ws://127.0.0.1:" + mailboxPort + "/v1"));
    }

    private int mailboxPort() {
        return servers.mailbox().getPort();
    }

    /** A transfer whose one side reaches the mailbox server through the proxy. */
    private void transfer(String name, Role throughProxy, FaultProxy proxy) throws Exception {
        Path folder = Files.createDirectory(from.resolve(name));
        Path target = Files.createDirectory(to.resolve(name));
        Path file = Files.write(folder.resolve("data.bin"), CONTENT);
        CodeChoice choice = new CodeChoice.Given(freshCode());
        Running sending = Running.start(() -> client(
                        settings(throughProxy == Role.SENDER ? proxy.port() : mailboxPort()), WaitLimits.USUAL)
                .send(SendRequest.ofPaths(file), choice, false, new RecordingUserInterface()));
        Running receiving = Running.start(() -> client(
                        settings(throughProxy == Role.RECEIVER ? proxy.port() : mailboxPort()), WaitLimits.USUAL)
                .receive(ReceiveRequest.into(target), choice, Consent.GIVEN, false, new RecordingUserInterface()));
        assertThat(sending.outcome()).as("sender, " + name).isEmpty();
        assertThat(receiving.outcome()).as("receiver, " + name).isEmpty();
        assertThat(target.toFile().list()).containsExactly("data.bin");
        assertThat(target.resolve("data.bin")).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aTransferSurvivesACutAtAnyByte(Role role) throws Exception {
        List<Fault> faults = new ArrayList<>();
        try (FaultProxy proxy = FaultProxy.to(mailboxPort(), connection -> Optional.empty())) {
            transfer("sound", role, proxy);
            faults.addAll(places(Fault.Direction.FROM_CLIENT, proxy));
            faults.addAll(places(Fault.Direction.TO_CLIENT, proxy));
        }
        List<Callable<Boolean>> runs = new ArrayList<>();
        faults.forEach(fault -> runs.add(() -> survives(fault, role)));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        int struck = 0;
        try {
            for (Future<Boolean> run : threads.invokeAll(runs)) {
                struck += run.get(20, TimeUnit.SECONDS) ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        // The lengths differ a little from run to run, so the last place may not be reached.
        assertThat(struck).isGreaterThanOrEqualTo(2 * PLACES - 2);
        assertThat(ServerView.nameplates(servers.mailbox())).isEmpty();
    }

    /** From the end of the opening handshake, the failure of which is reported at once, to the last byte. */
    private static List<Fault> places(Fault.Direction direction, FaultProxy proxy) {
        long first = direction == Fault.Direction.FROM_CLIENT ? 1 + requestBytes(proxy) : 250;
        long last = proxy.connections().get(0).bytes(direction) - 1;
        List<Fault> places = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            places.add(new Fault(Fault.Kind.CUT, direction, first + (last - first) * i / (PLACES - 1)));
        }
        return places;
    }

    private static int requestBytes(FaultProxy proxy) {
        String end = "\r\n\r\n";
        return proxy.connections().get(0).opening().indexOf(end) + end.length();
    }

    private boolean survives(Fault fault, Role role) throws Exception {
        try (FaultProxy proxy = FaultProxy.onFirst(mailboxPort(), fault)) {
            transfer(fault.direction() + "-" + fault.at(), role, proxy);
            // A cut in the very last word needs no second connection.
            assertThat(proxy.connections()).hasSizeBetween(1, 2);
            return proxy.hasStruck();
        }
    }

    @Test
    void aFirstConnectionThatFailsIsReportedAtOnce() throws Exception {
        Fault fault = new Fault(Fault.Kind.CUT, Fault.Direction.TO_CLIENT, 20);
        try (FaultProxy proxy = FaultProxy.onFirst(mailboxPort(), fault)) {
            receive(settings(proxy.port()), WaitLimits.USUAL).failsWith(ErrorCode.SERVER_UNREACHABLE);
        }
        assertUntouched();
    }
}

package wormhole.plugin.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AddressGateTest {
    private long seconds;

    private final AddressGate gate = new AddressGate(3, 1, address -> false, () -> TimeUnit.SECONDS.toNanos(seconds));

    @Test
    void letsSoManyOfAnAddressInAndAnotherWhenOneHasLeft() throws UnknownHostException {
        assertThat(entered("192.0.2.1", 5)).isEqualTo(3);
        assertThat(entered("192.0.2.2", 1)).isEqualTo(1);
        assertThat(gate.refused()).isEqualTo(2);

        gate.leave(address("192.0.2.1"));

        assertThat(entered("192.0.2.1", 2)).isEqualTo(1);
    }

    @Test
    void letsAnAddressComeOnlySoOften() throws UnknownHostException {
        for (int i = 0; i < 10; i++) {
            assertThat(entered("192.0.2.1", 1)).isEqualTo(1);
            gate.leave(address("192.0.2.1"));
        }
        assertThat(entered("192.0.2.1", 1)).isZero();

        seconds += 2;

        assertThat(entered("192.0.2.1", 3)).isEqualTo(2);
    }

    @Test
    void countsAWholeIpv6NetworkAsOneAddress() throws UnknownHostException {
        assertThat(entered("2001:db8::1", 2)).isEqualTo(2);
        assertThat(entered("2001:db8::ffff:2", 2)).isEqualTo(1);
        assertThat(entered("2001:db8:0:1::1", 1)).isEqualTo(1);
    }

    @Test
    void neverRefusesThisMachine() throws UnknownHostException {
        assertThat(entered("127.0.0.1", 100)).isEqualTo(100);
        assertThat(entered("::1", 100)).isEqualTo(100);
        gate.leave(address("127.0.0.1"));
        assertThat(gate.known()).isZero();
    }

    @Test
    void forgetsAddressesOnlyOnceNothingCountsAgainstThem() throws UnknownHostException {
        entered("192.0.2.1", 1);
        seconds += 100;
        gate.forgetTheInnocent();
        assertThat(gate.known()).isEqualTo(1);

        gate.leave(address("192.0.2.1"));
        gate.forgetTheInnocent();
        assertThat(gate.known()).isZero();
    }

    @Test
    void anOpenGateCountsNothing() throws UnknownHostException {
        AddressGate open = AddressGate.open();

        for (int i = 0; i < 1000; i++) {
            assertThat(open.enter(address("192.0.2.1"))).isTrue();
        }
    }

    private int entered(String host, int times) throws UnknownHostException {
        int entered = 0;
        for (int i = 0; i < times; i++) {
            entered += gate.enter(address(host)) ? 1 : 0;
        }
        return entered;
    }

    private static InetAddress address(String host) throws UnknownHostException {
        return InetAddress.getByName(host);
    }
}

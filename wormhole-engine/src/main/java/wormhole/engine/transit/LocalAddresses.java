package wormhole.engine.transit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** This machine's addresses that a peer might reach. */
final class LocalAddresses {
    private LocalAddresses() {}

    /** Loopback addresses only if there are no others; link-local IPv6 ones never, since they mean nothing elsewhere. */
    static List<InetAddress> find() {
        List<InetAddress> all = all();
        List<InetAddress> outward =
                all.stream().filter(address -> !address.isLoopbackAddress()).toList();
        return outward.isEmpty() ? all : outward;
    }

    private static List<InetAddress> all() {
        List<InetAddress> addresses = new ArrayList<>();
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp()) {
                    each.inetAddresses().filter(LocalAddresses::isUseful).forEach(addresses::add);
                }
            }
        } catch (SocketException e) {
            // Without a list of interfaces there is nothing to tell; the peer's hints and relays still work.
            return List.of();
        }
        return addresses;
    }

    private static boolean isUseful(InetAddress address) {
        return !(address instanceof Inet6Address && address.isLinkLocalAddress());
    }
}

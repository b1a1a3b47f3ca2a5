package wormhole.shell.command;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Finds this machine's address in the local network. */
final class LanAddress {
    /** In no network (RFC 5737), so the way there is the one to everywhere. Nothing is sent. */
    private static final InetSocketAddress FAR_AWAY = new InetSocketAddress("192.0.2.1", 9);

    private LanAddress() {}

    /** The address from which this machine speaks to the world; without such a way, the first that others may reach. */
    static InetAddress find() throws WormholeException {
        return onTheWayOut()
                .or(LanAddress::first)
                .orElseThrow(
                        () -> new WormholeException(ErrorCode.ADDRESS_UNUSABLE, "this machine is in no local network")
                                .withHint("Connect it to one, or name an address with --local-address."));
    }

    private static Optional<InetAddress> onTheWayOut() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(FAR_AWAY);
            return Optional.of(socket.getLocalAddress()).filter(LanAddress::isReachable);
        } catch (IOException | RuntimeException e) {
            // No way out, or one that may not be used.
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> first() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LanAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(LanAddress::isReachable)
                    .min(Comparator.comparing(address -> !(address instanceof Inet4Address)));
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean isReachable(InetAddress address) {
        boolean hereOnly = address.isLoopbackAddress() || address.isAnyLocalAddress();
        boolean needsAScope = address.isLinkLocalAddress() && !(address instanceof Inet4Address);
        return !hereOnly && !needsAScope;
    }
}

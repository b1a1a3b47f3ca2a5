package wormhole.plugin.server.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wormhole.plugin.server.net.IpAddress;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** The proxies that are believed about who their clients are: addresses and networks. */
public final class TrustedProxies {
    /** Nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** All addresses that begin with the same bits. */
    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int same = 0;
            while (same < bits && bit(address, same) == bit(other, same)) {
                same++;
            }
            return same == bits;
        }

        private static int bit(byte[] bytes, int index) {
            return (bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE)) & 1;
        }
    }

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** Reads addresses and networks, such as {@code 127.0.0.1}, {@code 10.0.0.0/8,2001:db8::/32}. */
    public static TrustedProxies parse(List<String> lists) throws WormholeException {
        List<Network> networks = new ArrayList<>();
        for (String list : lists) {
            for (String item : list.split(",", -1)) {
                networks.add(network(item.trim()).orElseThrow(() -> bad(item)));
            }
        }
        return new TrustedProxies(networks);
    }

    private static Optional<Network> network(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address =
                IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).map(InetAddress::getAddress);
        if (address.isEmpty() || slash < 0) {
            return address.map(bytes -> new Network(bytes, bytes.length * Byte.SIZE));
        }
        String bits = text.substring(slash + 1);
        return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= address.get().length * Byte.SIZE
                ? Optional.of(new Network(address.get(), Integer.parseInt(bits)))
                : Optional.empty();
    }

    private static WormholeException bad(String item) {
        return new WormholeException(ErrorCode.USAGE, "'" + item + "' is no address of a proxy")
                .withHint("Give --trust-proxy addresses or networks, such as 127.0.0.1 or 10.0.0.0/8,2001:db8::/32.");
    }

    public boolean isEmpty() {
        return networks.isEmpty();
    }

    public boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return networks.stream().anyMatch(network -> network.contains(bytes));
    }
}

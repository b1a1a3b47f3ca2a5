package wormhole.plugin.server.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that others wrote, without ever asking anybody for the meaning of a name. */
public final class IpAddress {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private IpAddress() {}

    /** An IPv4 address of four numbers or an IPv6 address without zone and brackets; empty if it is anything else. */
    public static Optional<InetAddress> parse(String text) {
        try {
            if (V4.matcher(text).matches()) {
                return Optional.of(InetAddress.getByName(text));
            }
            // In brackets it can be no name.
            return text.contains(":") && V6.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName("[" + text + "]"))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}

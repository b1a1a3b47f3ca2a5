package wormhole.plugin.server;

import java.util.List;
import wormhole.plugin.server.mailbox.Limits;
import wormhole.plugin.server.mailbox.MailboxServer;
import wormhole.plugin.server.mailbox.PermissionPolicy;
import wormhole.plugin.server.net.AddressGate;
import wormhole.plugin.server.proxy.TrustedProxies;
import wormhole.plugin.server.websocket.SocketLimits;
import wormhole.spi.ErrorCode;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** The options that bound what clients may ask for. */
final class LimitOptions {
    private static final Option CONNECTIONS = limit("Connections at once, of each port.", "--max-connections", 10_000);
    private static final Option PER_ADDRESS = limit(
            "Connections at once from one address (IPv6: from one /64); 0 for any number. This machine's own are not counted.",
            "--max-per-address",
            500);
    private static final Option RATE = limit(
            "New connections a second from one address, on the average of ten seconds; 0 for any number.",
            "--max-rate",
            50);
    private static final Option MAILBOXES = limit("Mailboxes at once.", "--max-mailboxes", 100_000);
    private static final Option MESSAGES = limit("Messages in one mailbox.", "--max-messages", 50_000);
    private static final Option MAILBOX_BYTES = limit("Bytes in one mailbox.", "--max-mailbox-bytes", 32 << 20);
    private static final Option TOTAL_BYTES = Option.number(
            "N", "Bytes in all mailboxes. Without it, a quarter of the memory, or 4 GiB in a database.", "--max-bytes");
    private static final Option PERMISSION_BITS = limit(
            "Work that a client has to prove before it may bind (hashcash): each bit doubles it, 20 take about a second."
                    + " Only the Java and Rust clients can.",
            "--permission-bits",
            0);
    private static final Option PERMISSION_FROM =
            limit("Asks for that work only while at least so many clients are connected.", "--permission-from", 0);

    private static final long DATABASE_BYTES = 4L << 30;
    private static final int MAX_NUMBER = 1_000_000_000;

    private LimitOptions() {}

    private static Option limit(String description, String name, int byDefault) {
        return Option.number("N", description, name).defaultingTo(Integer.toString(byDefault));
    }

    static List<Option> forConnections() {
        return List.of(CONNECTIONS, PER_ADDRESS, RATE);
    }

    static List<Option> forMailboxes() {
        return List.of(MAILBOXES, MESSAGES, MAILBOX_BYTES, TOTAL_BYTES, PERMISSION_BITS, PERMISSION_FROM);
    }

    /** Proxies bring the connections of many. */
    static AddressGate gate(OptionValues options, TrustedProxies proxies) throws WormholeException {
        return new AddressGate(number(options, PER_ADDRESS), number(options, RATE), proxies::contain, System::nanoTime);
    }

    static int connections(OptionValues options) throws WormholeException {
        return number(options, CONNECTIONS);
    }

    static SocketLimits sockets(OptionValues options) throws WormholeException {
        int frame = MailboxServer.MAX_FRAME_BYTES;
        return new SocketLimits(frame, 2 * frame, connections(options));
    }

    static Limits mailboxes(OptionValues options, boolean inMemory) throws WormholeException {
        long total =
                inMemory ? Limits.forMemory(Runtime.getRuntime().maxMemory()).totalBytes() : DATABASE_BYTES;
        return new Limits(
                number(options, MESSAGES),
                number(options, MAILBOX_BYTES),
                options.number(TOTAL_BYTES.key()).orElse(total),
                number(options, MAILBOXES));
    }

    static PermissionPolicy permission(OptionValues options) throws WormholeException {
        int bits = number(options, PERMISSION_BITS);
        if (bits > PermissionPolicy.MAX_BITS) {
            throw new WormholeException(ErrorCode.USAGE, bits + " bits of work would keep every client away")
                    .withHint("Give --permission-bits at most " + PermissionPolicy.MAX_BITS + ", better about 20.");
        }
        return new PermissionPolicy(bits, number(options, PERMISSION_FROM));
    }

    private static int number(OptionValues options, Option option) throws WormholeException {
        String byDefault = option.defaultValue();
        long number = options.number(option.key()).orElse(byDefault == null ? 0 : Long.parseLong(byDefault));
        return (int) Math.min(number, MAX_NUMBER);
    }
}

package wormhole.plugin.server.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wormhole.plugin.server.net.IpAddress;

/**
 * What a proxy says in front of a connection: the PROXY protocol of HAProxy, version 1 (a line) or 2 (binary).
 *
 * @param client empty if the proxy speaks for itself, such as to see whether the server lives
 */
record ProxyHeader(Optional<InetSocketAddress> client) {
    /** It is none, or a broken one. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Enough for every address, and for what else a proxy may add. */
    static final int MAX_BYTES = 4096;

    private static final byte[] SIGNATURE = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED_BYTES = 16;
    private static final int MAX_LINE = 107;
    private static final Pattern LINE = Pattern.compile("PROXY (?:UNKNOWN(?: .*)?"
            + "|TCP[46] (?<source>[0-9a-fA-F:.]+) [0-9a-fA-F:.]+ (?<port>[0-9]{1,5}) [0-9]{1,5})");

    private static final int VERSION_2_LOCAL = 0x20;
    private static final int VERSION_2_PROXY = 0x21;
    private static final int TCP_4 = 0x11;
    private static final int TCP_6 = 0x21;
    private static final int BYTES_4 = 12;
    private static final int BYTES_6 = 36;
    private static final int MAX_PORT = 65_535;

    private static final ProxyHeader OWN = new ProxyHeader(Optional.empty());

    /** Reads a header, after which the position stands; or nothing if it is not complete. */
    static Optional<ProxyHeader> read(ByteBuffer bytes) throws Malformed {
        return isPrefix(bytes) ? readBinary(bytes) : readLine(bytes);
    }

    private static boolean isPrefix(ByteBuffer bytes) {
        int known = Math.min(bytes.remaining(), SIGNATURE.length);
        return bytes.slice(bytes.position(), known).equals(ByteBuffer.wrap(SIGNATURE, 0, known));
    }

    private static Optional<ProxyHeader> readLine(ByteBuffer bytes) throws Malformed {
        int most = Math.min(bytes.remaining(), MAX_LINE);
        byte[] head = new byte[most];
        bytes.get(bytes.position(), head);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n");
        if (end < 0) {
            if (most == MAX_LINE || !"PROXY ".startsWith(text.substring(0, Math.min(most, "PROXY ".length())))) {
                throw new Malformed();
            }
            return Optional.empty();
        }
        bytes.position(bytes.position() + end + "\r\n".length());
        return Optional.of(ofLine(text.substring(0, end)));
    }

    private static ProxyHeader ofLine(String line) throws Malformed {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            throw new Malformed();
        }
        if (match.group("source") == null) {
            return OWN;
        }
        InetAddress source = IpAddress.parse(match.group("source")).orElseThrow(Malformed::new);
        int port = Integer.parseInt(match.group("port"));
        if (port > MAX_PORT) {
            throw new Malformed();
        }
        return new ProxyHeader(Optional.of(new InetSocketAddress(source, port)));
    }

    private static Optional<ProxyHeader> readBinary(ByteBuffer bytes) throws Malformed {
        if (bytes.remaining() < FIXED_BYTES) {
            return Optional.empty();
        }
        ByteBuffer fixed = bytes.slice(bytes.position() + SIGNATURE.length, FIXED_BYTES - SIGNATURE.length);
        int command = fixed.get() & 0xff;
        int family = fixed.get() & 0xff;
        int length = fixed.getShort() & 0xffff;
        boolean known = command == VERSION_2_LOCAL || command == VERSION_2_PROXY;
        if (!known || length > MAX_BYTES - FIXED_BYTES) {
            throw new Malformed();
        }
        if (bytes.remaining() < FIXED_BYTES + length) {
            return Optional.empty();
        }
        ByteBuffer rest = bytes.slice(bytes.position() + FIXED_BYTES, length);
        bytes.position(bytes.position() + FIXED_BYTES + length);
        return Optional.of(command == VERSION_2_LOCAL ? OWN : ofAddresses(family, rest));
    }

    private static ProxyHeader ofAddresses(int family, ByteBuffer addresses) throws Malformed {
        return switch (family) {
            case TCP_4 -> from(addresses, Integer.BYTES, BYTES_4);
            case TCP_6 -> from(addresses, 2 * Long.BYTES, BYTES_6);
            // A socket of another kind, or none: nothing that could be counted.
            default -> OWN;
        };
    }

    private static ProxyHeader from(ByteBuffer addresses, int addressBytes, int allBytes) throws Malformed {
        if (addresses.remaining() < allBytes) {
            throw new Malformed();
        }
        byte[] source = new byte[addressBytes];
        addresses.get(source);
        int port = addresses.getShort(2 * addressBytes) & 0xffff;
        try {
            return new ProxyHeader(Optional.of(new InetSocketAddress(InetAddress.getByAddress(source), port)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}

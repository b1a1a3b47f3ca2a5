package wormhole.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import wormhole.engine.crypto.RecordOpener;
import wormhole.engine.crypto.RecordSealer;
import wormhole.engine.crypto.TransitKey;
import wormhole.spi.Role;
import wormhole.spi.WormholeException;

/** One end of a transit connection, byte by byte: it listens, the victim dials. */
final class RawTransit implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket listener;
    private final TransitKey key;
    private final Role role;
    private final RecordSealer sealer;
    private final RecordOpener opener;
    private Socket socket = new Socket();

    private RawTransit(ServerSocket listener, TransitKey key, Role role) {
        this.listener = listener;
        this.key = key;
        this.role = role;
        this.sealer = key.recordKey(role).sealer();
        this.opener = key.recordKey(role.other()).opener();
    }

    static RawTransit listen(EvilPeer peer, Role role) throws Exception {
        return new RawTransit(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), peer.transitKey(), role);
    }

    Map<String, ?> hint() {
        return Map.of("type", "direct-tcp-v1", "hostname", "127.0.0.1", "port", port(), "priority", 0.0);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes the connection and shakes hands as an honest side does. */
    RawTransit connect() throws IOException {
        accept();
        write(handshake());
        read(key.handshake(role.other()).length);
        if (role == Role.SENDER) {
            write("go\n".getBytes(US_ASCII));
        } else {
            read("go\n".length());
        }
        return this;
    }

    void accept() throws IOException {
        listener.setSoTimeout(PATIENCE_MILLIS);
        socket = listener.accept();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    byte[] handshake() {
        return key.handshake(role);
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    byte[] read(int length) throws IOException {
        byte[] bytes = new byte[length];
        new DataInputStream(socket.getInputStream()).readFully(bytes);
        return bytes;
    }

    /** Whether the victim has hung up. */
    boolean isHungUp() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** The next record as it would go over the wire. */
    byte[] seal(byte[] plaintext) {
        int sealed = RecordSealer.OVERHEAD + plaintext.length;
        byte[] record = ByteBuffer.allocate(Integer.BYTES + sealed)
                .putInt(sealed)
                .position(Integer.BYTES + RecordSealer.OVERHEAD)
                .put(plaintext)
                .array();
        sealer.seal(record, Integer.BYTES, plaintext.length);
        return record;
    }

    void sendRecord(byte[] plaintext) throws IOException {
        write(seal(plaintext));
    }

    void sendRecord(String plaintext) throws IOException {
        sendRecord(plaintext.getBytes(UTF_8));
    }

    byte[] receiveRecord() throws IOException, WormholeException {
        int length = ByteBuffer.wrap(read(Integer.BYTES)).getInt();
        byte[] record = read(length);
        opener.open(record, 0, length);
        return Arrays.copyOfRange(record, RecordOpener.OVERHEAD, length);
    }

    /** Receives as many bytes as an honest receiver would. */
    void receiveAll(long size) throws IOException, WormholeException {
        for (long got = 0; got < size; ) {
            got += receiveRecord().length;
        }
    }

    void hangUp() throws IOException {
        socket.close();
    }

    /** Hangs up so that the victim sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        listener.close();
    }
}

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients for a mailbox server that cost less than the server does, so that they do not measure themselves. Needs nothing but Java.
 *
 * <pre>
 *   java MeetingLoad.java URL meetings SECONDS CONCURRENCY   whole meetings of two clients, after two seconds to warm up
 *   java MeetingLoad.java URL waiting CLIENTS SECONDS        clients that wait for somebody to use their code
 * </pre>
 *
 * Prints one JSON object; waiting prints it as soon as all wait, and then stays for SECONDS or until its input ends.
 */
public final class MeetingLoad {
    private static final String PAKE = "7b2270616b655f7631223a2235" + "6162".repeat(33) + "227d";
    private static final int SETTING_UP_AT_ONCE = 64;

    private static final Random RANDOM = new Random();

    private MeetingLoad() {}

    /** One client, used by one thread. */
    private static final class Client implements AutoCloseable {
        private final Socket socket = new Socket();
        private final DataInputStream in;
        private final OutputStream out;
        private final StringBuilder waiting = new StringBuilder();
        final String side;

        Client(URI server) throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 60_000);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1024));
            out = socket.getOutputStream();
            synchronized (RANDOM) {
                side = String.format("%010x", RANDOM.nextLong() & 0xff_ffff_ffffL);
            }
            out.write(("GET " + server.getPath() + " HTTP/1.1\r\nHost: " + server.getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int last = 0; last != 0x0d0a0d0a; ) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("closed in the opening handshake");
                }
                last = last << 8 | next;
            }
            expect("welcome");
            say("bind", "appid", "example.org/bench", "side", side);
        }

        void say(String type, String... fields) throws IOException {
            StringBuilder json = new StringBuilder("{\"type\":\"").append(type).append('"');
            for (int i = 0; i < fields.length; i += 2) {
                json.append(",\"").append(fields[i]).append("\":\"").append(fields[i + 1]).append('"');
            }
            byte[] text = json.append('}').toString().getBytes(StandardCharsets.US_ASCII);
            frame(0x81, text);
        }

        /** Masked with zeros, which leaves it as it is. */
        private void frame(int first, byte[] data) throws IOException {
            int head = data.length < 126 ? 6 : 8;
            byte[] all = new byte[head + data.length];
            all[0] = (byte) first;
            all[1] = (byte) (0x80 | (head == 6 ? data.length : 126));
            if (head == 8) {
                all[2] = (byte) (data.length >> 8);
                all[3] = (byte) data.length;
            }
            System.arraycopy(data, 0, all, head, data.length);
            out.write(all);
        }

        private String read() throws IOException {
            while (true) {
                int first = in.readUnsignedByte() & 15;
                int length = in.readUnsignedByte();
                byte[] data = new byte[length == 126 ? in.readUnsignedShort() : length];
                in.readFully(data);
                if (first == 1) {
                    return new String(data, StandardCharsets.US_ASCII).replace("\": ", "\":");
                }
                if (first == 8) {
                    throw new IOException("closed by the server");
                }
            }
        }

        /** The next answer of a type, whatever comes in between. */
        String expect(String type) throws IOException {
            while (true) {
                String text = read();
                if (text.contains("\"type\":\"" + type + "\"")) {
                    return text;
                }
                if (text.contains("\"type\":\"error\"")) {
                    throw new IOException(text);
                }
            }
        }

        void expectPeersMessage() throws IOException {
            while (expect("message").contains("\"side\":\"" + side + "\"")) {
                // Our own comes back, too.
            }
        }

        String open(String mailbox) throws IOException {
            say("open", "mailbox", mailbox);
            say("add", "phase", "pake", "body", PAKE);
            return mailbox;
        }

        void sayGoodbye() throws IOException {
            frame(0x88, new byte[] {3, (byte) 0xe8});
            while (in.read() >= 0) {
                // Until the server has hung up.
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String value(String json, String key) {
        int from = json.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    private static String[] allocate(Client client) throws IOException {
        client.say("allocate");
        String nameplate = value(client.expect("allocated"), "nameplate");
        client.say("claim", "nameplate", nameplate);
        return new String[] {nameplate, value(client.expect("claimed"), "mailbox")};
    }

    private static void meet(URI server) throws IOException {
        try (Client a = new Client(server)) {
            String[] place = allocate(a);
            a.open(place[1]);
            try (Client b = new Client(server)) {
                b.say("claim", "nameplate", place[0]);
                b.open(value(b.expect("claimed"), "mailbox"));
                List<Client> both = List.of(a, b);
                for (Client each : both) {
                    each.expectPeersMessage();
                    each.say("release", "nameplate", place[0]);
                    each.say("add", "phase", "version", "body", "cd".repeat(100));
                }
                for (Client each : both) {
                    each.expectPeersMessage();
                    each.say("add", "phase", "0", "body", "ef".repeat(220));
                }
                for (Client each : both) {
                    each.expectPeersMessage();
                    each.say("close", "mailbox", place[1], "mood", "happy");
                }
                for (Client each : both) {
                    each.expect("closed");
                }
                b.sayGoodbye();
            }
            a.sayGoodbye();
        }
    }

    private static void meetings(URI server, int seconds, int concurrency) throws InterruptedException {
        long[] begin = {System.nanoTime() + 2_000_000_000L};
        long end = begin[0] + seconds * 1_000_000_000L;
        List<Double> took = Collections.synchronizedList(new ArrayList<>());
        List<String> errors = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    long begun = System.nanoTime();
                    try {
                        meet(server);
                        long now = System.nanoTime();
                        if (now >= begin[0] && now < end) {
                            took.add((now - begun) / 1e6);
                        }
                    } catch (IOException | RuntimeException e) {
                        errors.add(String.valueOf(e));
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "{\"per_second\": %.1f, \"p50_ms\": %.1f, \"p99_ms\": %.1f, \"errors\": %d, \"first\": \"%s\"}%n",
                sorted.length / (double) seconds,
                at(sorted, 0.5),
                at(sorted, 0.99),
                errors.size(),
                errors.isEmpty() ? "" : errors.get(0).replace('"', '\''));
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
    }

    private static void waiting(URI server, int count, int seconds) throws Exception {
        Client[] clients = new Client[count];
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SETTING_UP_AT_ONCE; i++) {
            Thread thread = new Thread(() -> {
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    try {
                        Client client = new Client(server);
                        client.open(allocate(client)[1]);
                        client.expect("message");
                        clients[n] = client;
                    } catch (IOException e) {
                        System.err.println(e);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long held = Arrays.stream(clients).filter(client -> client != null).count();
        System.out.printf("{\"held\": %d, \"set_up_s\": %.2f}%n", held, (System.nanoTime() - begun) / 1e9);
        Thread patience = new Thread(() -> {
            try {
                Thread.sleep(seconds * 1000L);
            } catch (InterruptedException e) {
                return;
            }
            System.exit(0);
        });
        patience.setDaemon(true);
        patience.start();
        while (System.in.read() >= 0) {
            // Until nobody wants the clients any more.
        }
    }

    public static void main(String[] words) throws Exception {
        URI server = URI.create(words[0]);
        int first = Integer.parseInt(words[2]);
        int second = Integer.parseInt(words[3]);
        switch (words[1]) {
            case "meetings" -> meetings(server, first, second);
            case "waiting" -> waiting(server, first, second);
            default -> throw new IllegalArgumentException(words[1]);
        }
        System.exit(0);
    }
}

package wormhole.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A bad line, one for each direction of a connection. A lost packet shows as what TCP makes of it: it comes after all, but
 * everything behind it waits for its repetition.
 *
 * @param latency on the way
 * @param bytesPerSecond 0 for no limit
 * @param lostPercent of all packets
 */
record Line(Duration latency, int bytesPerSecond, int lostPercent) {
    static final Line PERFECT = new Line(Duration.ZERO, 0, 0);

    private static final int PACKET = 1400;
    /** TCP's least time-out. */
    private static final long REPETITION_MILLIS = 200;

    private record Packet(byte[] bytes, long due, CountDownLatch arrived) {}

    OutputStream over(OutputStream end) {
        return equals(PERFECT) ? end : new Wire(end);
    }

    /** What is written arrives later, and the writer waits as long as the line takes to send it. */
    private final class Wire extends OutputStream {
        private final OutputStream end;
        private final BlockingQueue<Packet> flying = new LinkedBlockingQueue<>();
        private final Random random = new Random(7);
        private long free = System.nanoTime();

        Wire(OutputStream end) {
            this.end = end;
            Thread thread = new Thread(this::deliver, "slow-line");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = offset; at < offset + length; at += PACKET) {
                int size = Math.min(PACKET, offset + length - at);
                byte[] packet = new byte[size];
                System.arraycopy(bytes, at, packet, 0, size);
                send(packet);
            }
        }

        private void send(byte[] packet) throws IOException {
            long now = System.nanoTime();
            free = Math.max(now, free) + (bytesPerSecond == 0 ? 0 : packet.length * 1_000_000_000L / bytesPerSecond);
            if (random.nextInt(100) < lostPercent) {
                free += Duration.ofMillis(REPETITION_MILLIS).plus(latency).toNanos();
            }
            flying.add(new Packet(packet, free + latency.toNanos(), new CountDownLatch(1)));
            await(free);
        }

        /** Waits until all has arrived. */
        @Override
        public void flush() throws IOException {
            Packet last = new Packet(new byte[0], 0, new CountDownLatch(1));
            flying.add(last);
            try {
                boolean unused = last.arrived().await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        private void deliver() {
            try {
                while (true) {
                    Packet packet = flying.take();
                    await(packet.due());
                    end.write(packet.bytes());
                    packet.arrived().countDown();
                }
            } catch (IOException | InterruptedException e) {
                // The other end is gone; the writer finds out, too.
            }
        }

        private static void await(long time) throws IOException {
            try {
                long left = time - System.nanoTime();
                if (left > 0) {
                    Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
                }
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
    }
}

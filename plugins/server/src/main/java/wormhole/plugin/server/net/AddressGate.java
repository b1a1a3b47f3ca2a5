package wormhole.plugin.server.net;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Lets only so many connections of one address in, at once and a second. This machine's own addresses pass: a proxy or the
 * operator is behind them. For one thread.
 */
public final class AddressGate {
    /** The part of an IPv6 address that whoever has one of them can change at will. */
    private static final int IPV6_PREFIX_BYTES = 8;
    /** Somebody who comes after a pause may bring some friends. */
    private static final int BURST_SECONDS = 10;

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final int maxConnections;
    private final int maxPerSecond;
    private final Predicate<InetAddress> exempt;
    private final LongSupplier nanoTime;
    private final Map<ByteBuffer, Visitor> visitors = new HashMap<>();
    private long refused;

    /**
     * Makes a gate through which nobody has come yet.
     *
     * @param maxConnections of one address at once; 0 for any number
     * @param maxPerSecond how often one address may come on the average; 0 for any number
     * @param exempt others that pass besides this machine's own
     * @param nanoTime only ever goes up
     */
    public AddressGate(int maxConnections, int maxPerSecond, Predicate<InetAddress> exempt, LongSupplier nanoTime) {
        this.maxConnections = maxConnections;
        this.maxPerSecond = maxPerSecond;
        this.exempt = exempt;
        this.nanoTime = nanoTime;
    }

    /** A gate that lets everybody in. */
    public static AddressGate open() {
        return new AddressGate(0, 0, address -> true, () -> 0);
    }

    /** Lets a connection in, which has to {@link #leave}; or refuses it. */
    public boolean enter(InetAddress address) {
        if (passes(address)) {
            return true;
        }
        Visitor visitor = visitors.computeIfAbsent(key(address), key -> new Visitor());
        if (visitor.enter()) {
            return true;
        }
        refused++;
        return false;
    }

    public void leave(InetAddress address) {
        if (!passes(address)) {
            visitors.computeIfPresent(key(address), (key, visitor) -> visitor.leave());
        }
    }

    private boolean passes(InetAddress address) {
        return address.isLoopbackAddress() || exempt.test(address);
    }

    /** To be called now and then: forgets addresses that have nothing to be held against them. */
    public void forgetTheInnocent() {
        visitors.values().removeIf(Visitor::isInnocent);
    }

    /** How many were refused so far. */
    public long refused() {
        return refused;
    }

    int known() {
        return visitors.size();
    }

    private static ByteBuffer key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_PREFIX_BYTES));
    }

    private final class Visitor {
        private int connections;
        /** Connections that may still be made, of those that come in time. */
        private double credit = (double) maxPerSecond * BURST_SECONDS;

        private long last = nanoTime.getAsLong();

        boolean enter() {
            earn();
            boolean tooMany = maxConnections > 0 && connections >= maxConnections;
            boolean tooOften = maxPerSecond > 0 && credit < 1;
            if (tooMany || tooOften) {
                return false;
            }
            credit--;
            connections++;
            return true;
        }

        private void earn() {
            long now = nanoTime.getAsLong();
            double most = (double) maxPerSecond * BURST_SECONDS;
            credit = Math.min(most, credit + (now - last) / SECOND * maxPerSecond);
            last = now;
        }

        Visitor leave() {
            connections--;
            return this;
        }

        boolean isInnocent() {
            earn();
            return connections == 0 && credit >= (double) maxPerSecond * BURST_SECONDS;
        }
    }
}

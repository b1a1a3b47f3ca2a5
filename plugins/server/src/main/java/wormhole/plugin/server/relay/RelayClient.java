package wormhole.plugin.server.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection to the relay: it asks, waits for its partner, and is then passed on. */
final class RelayClient {
    private enum State {
        AWAIT_REQUEST,
        AWAIT_PARTNER,
        RELAYING,
        DONE
    }

    private static final Duration REQUEST_WITHIN = Duration.ofSeconds(60);
    /** Both ends come within seconds, unless a person has to be asked. */
    private static final Duration PARTNER_WITHIN = Duration.ofMinutes(10);
    /** After one end has finished, for how long the other may be silent. */
    private static final Duration SILENCE_AT_END = Duration.ofSeconds(60);
    /** A slow reader behind full buffers of the system seems to stand still for minutes. */
    private static final Duration STALL = Duration.ofMinutes(10);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private static final String JILTED = "jilted";

    private final TransitRelay relay;
    private final Wire wire;
    private final long began;
    private State state = State.AWAIT_REQUEST;
    private long sent;
    private long lastProgress;
    private @Nullable RelayRequest request;
    private @Nullable RelayClient partner;
    private boolean ended;

    RelayClient(TransitRelay relay, Wire wire) {
        this.relay = relay;
        this.wire = wire;
        this.began = relay.now();
        this.lastProgress = began;
    }

    /** The first line arrived, or something that cannot become one. */
    void requested(String line) {
        if (state != State.AWAIT_REQUEST) {
            return;
        }
        Optional<RelayRequest> parsed = RelayRequest.parse(line);
        if (parsed.isEmpty()) {
            refuse("bad handshake\n");
            return;
        }
        request = parsed.get();
        enter(State.AWAIT_PARTNER);
        relay.match(this, parsed.get());
    }

    Optional<RelayRequest> request() {
        return Optional.ofNullable(request);
    }

    void joined(RelayClient other) {
        partner = other;
        enter(State.RELAYING);
        wire.write(ascii("ok\n"));
    }

    /** Another connection of the same side got the partner, or there are too many. */
    void notNeeded() {
        finish("redundant");
        wire.close();
    }

    /** Bytes arrived, which belong to the client from now on. */
    void received(ByteBuffer bytes) {
        switch (state) {
            case AWAIT_REQUEST -> refuse("bad handshake\n");
            case AWAIT_PARTNER -> {
                relay.stopWaiting(this);
                refuse("impatient\n");
            }
            case RELAYING -> forward(bytes);
            case DONE -> {}
        }
    }

    private void forward(ByteBuffer bytes) {
        progress();
        if (partner != null) {
            sent += bytes.remaining();
            relay.watcher().carried(bytes.remaining());
            partner.wire.write(bytes);
            if (!partner.wire.hasRoom()) {
                wire.pauseReading();
            }
        }
    }

    /** What was written has left: now more may come from the other end. */
    void drained() {
        progress();
        if (state == State.RELAYING && partner != null) {
            partner.wire.resumeReading();
        }
    }

    /** Nothing more will arrive, but the client may still listen. */
    void ended() {
        switch (state) {
            case AWAIT_REQUEST, AWAIT_PARTNER -> {
                relay.stopWaiting(this);
                endPair();
            }
            case RELAYING -> endOneWay();
            case DONE -> wire.close();
        }
    }

    private void endOneWay() {
        ended = true;
        progress();
        if (partner == null || partner.ended) {
            endPair();
        } else {
            partner.wire.finishWriting();
        }
    }

    private void endPair() {
        RelayClient other = partner;
        finish(moodOfLeaving());
        wire.close();
        if (other != null && other.state == State.RELAYING) {
            other.finish(JILTED);
            other.wire.close();
        }
    }

    /** The connection is gone. */
    void lost() {
        relay.forget(this);
        if (state == State.AWAIT_PARTNER) {
            relay.stopWaiting(this);
        }
        endPair();
    }

    private String moodOfLeaving() {
        return switch (state) {
            case AWAIT_REQUEST -> "empty";
            case AWAIT_PARTNER -> "lonely";
            case RELAYING, DONE -> "happy";
        };
    }

    /** What follows does not count any more. */
    private void finish(String mood) {
        if (state != State.DONE) {
            relay.watcher().ended(mood);
            if (!mood.equals(JILTED)) {
                relay.watcher().used(usage(mood));
            }
        }
        enter(State.DONE);
    }

    /** Of the pair, if there is a partner: it is told for the one who left first, not for the one who was left. */
    private RelayUsage usage(String mood) {
        long now = relay.now();
        if (partner == null) {
            return new RelayUsage(Optional.empty(), Duration.ofNanos(now - began), sent, mood);
        }
        long waiting = Math.abs(partner.began - began);
        long total = now - Math.min(began, partner.began);
        return new RelayUsage(
                Optional.of(Duration.ofNanos(waiting)), Duration.ofNanos(total), sent + partner.sent, mood);
    }

    /** Ends the connection if it has been waiting for too long. */
    void checkTime() {
        if (relay.now() - lastProgress <= patience().toNanos()) {
            return;
        }
        relay.stopWaiting(this);
        endPair();
    }

    private Duration patience() {
        return switch (state) {
            case AWAIT_REQUEST -> REQUEST_WITHIN;
            case AWAIT_PARTNER -> PARTNER_WITHIN;
            case RELAYING -> partner == null ? FOR_EVER : patienceWith(partner);
            case DONE -> FOR_EVER;
        };
    }

    private Duration patienceWith(RelayClient other) {
        if (!ended && !other.ended) {
            return FOR_EVER;
        }
        return wire.hasRoom() && other.wire.hasRoom() ? SILENCE_AT_END : STALL;
    }

    private void refuse(String reply) {
        finish("errory");
        wire.write(ascii(reply));
        wire.close();
    }

    private void enter(State next) {
        state = next;
        progress();
    }

    /** What happens to one end shows that the pair is alive. */
    private void progress() {
        lastProgress = relay.now();
        if (state == State.RELAYING && partner != null) {
            partner.lastProgress = lastProgress;
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}

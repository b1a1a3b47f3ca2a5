package wormhole.engine;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.machine.ClientProtocol;
import wormhole.engine.rendezvous.RendezvousConnection;
import wormhole.engine.wire.ClientMessage;
import wormhole.engine.wire.ServerMessage;
import wormhole.engine.wire.Welcome;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.TimeSpan;

/**
 * Between the connection and the protocol: greets the server on every new connection, turns frames into inputs and requests
 * into frames. Used on the engine thread only.
 */
final class MailboxLink implements RendezvousConnection.Listener {
    /** What the owner of the link hears beside the protocol's own outputs. */
    interface Events {
        void connected();

        void lost(String reason);

        void welcomed(Welcome welcome);
    }

    private final Duration limit;
    private final ClientMessage bind;
    private final EngineLoop loop;
    private final RandomBytes random;
    private final Events events;
    private final RendezvousConnection connection;
    private final ClientProtocol protocol;
    private boolean welcomed;
    /** Whether this server sends with the answer to a claim what would else take another round trip. */
    private boolean peeks;

    private int connections;

    MailboxLink(
            URI server,
            Duration limit,
            ClientMessage bind,
            EngineLoop loop,
            RandomBytes random,
            ClientProtocol protocol,
            Events events) {
        this.limit = limit;
        this.bind = bind;
        this.loop = loop;
        this.random = random;
        this.protocol = protocol;
        this.events = events;
        this.connection = RendezvousConnection.to(server, limit, loop, loop::after, Math::random, this);
    }

    void start() {
        connection.start();
    }

    void send(ClientMessage message) {
        boolean peek = peeks && message instanceof ClientMessage.Claim;
        connection.send((peek ? ((ClientMessage.Claim) message).peeking() : message).toJson());
    }

    void close() {
        connection.close();
    }

    @Override
    public void connected() {
        welcomed = false;
        int thisConnection = ++connections;
        events.connected();
        loop.after(limit, () -> {
            if (!welcomed && connections == thisConnection) {
                protocol.fail(new WormholeException(
                        ErrorCode.TIMEOUT, "the mailbox server did not greet within " + TimeSpan.of(limit)));
            }
        });
    }

    @Override
    public void lost(String reason) {
        events.lost(reason);
        protocol.lost();
    }

    @Override
    public void failed(WormholeException failure) {
        protocol.unreachable(failure);
    }

    @Override
    public void closed() {
        protocol.stopped();
    }

    @Override
    public void received(String text) {
        try {
            handle(ServerMessage.read(text));
        } catch (WormholeException e) {
            protocol.rxError(e);
        }
    }

    private void handle(ServerMessage message) {
        if (message instanceof ServerMessage.Welcomed greeting) {
            welcome(greeting.welcome());
        } else if (message instanceof ServerMessage.Nameplates nameplates) {
            protocol.rxNameplates(nameplates.inUse());
        } else if (message instanceof ServerMessage.Allocated allocated) {
            protocol.rxAllocated(allocated.nameplate());
        } else if (message instanceof ServerMessage.Claimed claimed) {
            protocol.rxClaimed(claimed.mailbox());
        } else if (message instanceof ServerMessage.Released) {
            protocol.rxReleased();
        } else if (message instanceof ServerMessage.Message inMailbox) {
            protocol.rxMessage(inMailbox.side(), inMailbox.phase(), inMailbox.body());
        } else if (message instanceof ServerMessage.Closed) {
            protocol.rxClosed();
        } else if (message instanceof ServerMessage.Refused refused) {
            protocol.rxError(ServerRefusal.of(refused.error()));
        }
    }

    /** A server greets once; more of it would only be work for us. */
    private void welcome(Welcome welcome) {
        if (welcomed) {
            return;
        }
        welcomed = true;
        peeks = welcome.peeks();
        events.welcomed(welcome);
        if (welcome.error() != null) {
            protocol.unwelcome(ServerRefusal.unwelcome(welcome.error()));
        } else if (welcome.hashcash() != null) {
            prove(welcome.hashcash(), connections);
        } else {
            bind();
        }
    }

    private void bind() {
        send(bind);
        protocol.connected();
    }

    /** The work is done elsewhere: it may take seconds. Its result counts only for the connection that asked for it. */
    private void prove(Welcome.Hashcash wanted, int thisConnection) {
        var unused = CompletableFuture.runAsync(() -> {
            try {
                String stamp = Hashcash.solve(wanted, random, Clock.systemUTC());
                loop.execute(() -> {
                    if (connections == thisConnection) {
                        send(new ClientMessage.SubmitPermissions(stamp));
                        bind();
                    }
                });
            } catch (WormholeException e) {
                loop.execute(() -> protocol.unwelcome(e));
            }
        });
    }
}

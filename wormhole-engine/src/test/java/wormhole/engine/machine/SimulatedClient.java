package wormhole.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wormhole.engine.wire.ClientMessage;
import wormhole.engine.wire.ServerMessage;
import wormhole.spi.ErrorCode;
import wormhole.spi.Mood;
import wormhole.spi.WormholeException;

/** A whole client over a connection on which frames are under way for as long as the test likes. */
final class SimulatedClient implements ClientProtocol.Outputs {
    private static final byte[] VERSIONS = "{}".getBytes(StandardCharsets.UTF_8);

    private static final WordChooser WORDS = new WordChooser() {
        @Override
        public String choose(int words) {
            return "some-words";
        }

        @Override
        public SortedSet<String> completions(String typed, int words) {
            return new TreeSet<>();
        }
    };

    final String side;
    final ClientProtocol protocol;
    final List<String> received = new ArrayList<>();
    final List<Mood> moods = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();

    @Nullable
    String code;

    byte @Nullable [] verifier;
    boolean versionsTold;
    int timesClosed;
    int sent;

    @Nullable
    WormholeException failure;

    private final ServerModel server;
    private final Deque<ClientMessage> toServer = new ArrayDeque<>();
    private final Deque<ServerMessage> toClient = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private ServerModel.@Nullable Connection connection;
    private boolean stopping;

    SimulatedClient(String side, ServerModel server, Cryptography cryptography) {
        this.side = side;
        this.server = server;
        this.protocol = new ClientProtocol(side, VERSIONS, cryptography, WORDS, this);
    }

    // What a test can let happen next

    boolean canConnect() {
        return connection == null && !stopping;
    }

    void connect() {
        connection = server.new Connection(side, toClient::add);
        protocol.connected();
    }

    boolean canLose() {
        return connection != null && !stopping;
    }

    /** Some of what was under way to the server still arrives; nothing comes back. */
    void lose(Random random) {
        for (int arrives = random.nextInt(toServer.size() + 1); arrives > 0; arrives--) {
            connection.receive(toServer.remove());
        }
        hangUp();
        protocol.lost();
    }

    private void hangUp() {
        connection.lose();
        connection = null;
        toServer.clear();
        toClient.clear();
    }

    boolean canReachServer() {
        return !toServer.isEmpty();
    }

    void reachServer() {
        connection.receive(toServer.remove());
    }

    boolean canHear() {
        return !toClient.isEmpty();
    }

    void hear() {
        hear(toClient.remove());
    }

    /** The next message of a mailbox comes, and will come again. */
    void hearTwice() {
        ServerMessage next = toClient.element();
        if (next instanceof ServerMessage.Message) {
            hear(next);
        }
    }

    private void hear(ServerMessage message) {
        if (message instanceof ServerMessage.Nameplates nameplates) {
            protocol.rxNameplates(nameplates.inUse());
        } else if (message instanceof ServerMessage.Allocated allocated) {
            told.add(allocated.nameplate());
            protocol.rxAllocated(allocated.nameplate());
        } else if (message instanceof ServerMessage.Claimed claimed) {
            told.add(claimed.mailbox());
            protocol.rxClaimed(claimed.mailbox());
        } else if (message instanceof ServerMessage.Released) {
            protocol.rxReleased();
        } else if (message instanceof ServerMessage.Message inMailbox) {
            protocol.rxMessage(inMailbox.side(), inMailbox.phase(), inMailbox.body());
        } else if (message instanceof ServerMessage.Closed) {
            protocol.rxClosed();
        } else if (message instanceof ServerMessage.Refused refused) {
            refusals.add(refused.error());
            protocol.rxError(new WormholeException(ErrorCode.SERVER_ERROR, refused.error()));
        }
    }

    boolean canStop() {
        return stopping && timesClosed == 0;
    }

    void stop() {
        if (connection != null) {
            hangUp();
        }
        protocol.stopped();
    }

    void say(String text) throws WormholeException {
        protocol.send(text.getBytes(StandardCharsets.UTF_8));
        sent++;
    }

    /** What this side has on the server and knows of. A name whose answer was lost on its way cannot be given back. */
    Set<String> held() {
        Set<String> held = server.heldBy(side);
        held.retainAll(told);
        return held;
    }

    // What the protocol says

    private void request(ClientMessage message) {
        assertThat(connection).as(side + " speaks while offline: " + message).isNotNull();
        toServer.add(message);
    }

    @Override
    public void sendList() {
        request(new ClientMessage.ListNameplates());
    }

    @Override
    public void sendAllocate() {
        request(new ClientMessage.Allocate());
    }

    @Override
    public void sendClaim(String nameplate) {
        told.add(nameplate);
        request(new ClientMessage.Claim(nameplate));
    }

    @Override
    public void sendRelease(String nameplate) {
        request(new ClientMessage.Release(nameplate));
    }

    @Override
    public void sendOpen(String mailbox) {
        request(new ClientMessage.Open(mailbox));
    }

    @Override
    public void sendAdd(String phase, byte[] body) {
        request(new ClientMessage.Add(phase, body));
    }

    @Override
    public void sendClose(String mailbox, Mood mood) {
        request(new ClientMessage.Close(mailbox, mood));
    }

    @Override
    public void stopConnection() {
        stopping = true;
    }

    @Override
    public void tellCode(String known) {
        code = known;
    }

    @Override
    public void tellKey(Cryptography.Session session) {}

    @Override
    public void tellVerifier(byte[] known) {
        verifier = known;
    }

    @Override
    public void tellVersions(byte[] versions) {
        assertThat(versions).isEqualTo(VERSIONS);
        versionsTold = true;
    }

    @Override
    public void tellMessage(byte[] message) {
        received.add(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void tellClosing(Mood mood) {
        moods.add(mood);
    }

    @Override
    public void tellClosed(@Nullable WormholeException why) {
        timesClosed++;
        failure = why;
    }
}

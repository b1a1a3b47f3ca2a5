package wormhole.engine;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wormhole.engine.code.WordList;
import wormhole.engine.code.WormholeCode;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.crypto.SharedKey;
import wormhole.engine.crypto.TransitKey;
import wormhole.engine.json.JsonTree;
import wormhole.engine.machine.ClientProtocol;
import wormhole.engine.machine.Cryptography;
import wormhole.engine.wire.ClientMessage;
import wormhole.engine.wire.Welcome;
import wormhole.spi.ErrorCode;
import wormhole.spi.Mood;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;

/**
 * One wormhole: an encrypted channel between two people who speak the same code.
 *
 * <p>After {@link #open} choose one of {@link #allocateCode}, {@link #setCode} and {@link #inputCode}. What happens comes as
 * events to a {@link WormholeListener} and as futures; each future fails with a {@link WormholeException} when the wormhole
 * ends first. {@link #close} must be called at the end. All methods may be called from any thread, also from the listener.
 */
public final class Wormhole implements AutoCloseable {
    private static final int SIDE_BYTES = 5;
    private static final int MAX_WORDS = 100;
    private static final String RESERVED_PURPOSE = "wormhole:";
    /** Saying goodbye must not keep anybody waiting: the server forgets us anyway in time. */
    private static final Duration GOODBYE_LIMIT = Duration.ofSeconds(2);

    private final WormholeSettings settings;
    private final Promises promises = new Promises();
    private final News news;
    private final EngineLoop loop;
    private final ClientProtocol protocol;
    private final MailboxLink link;

    private volatile @Nullable SharedKey key;

    private Wormhole(WormholeSettings settings, WormholeListener listener, RandomBytes random, Duration serverLimit) {
        this.settings = settings;
        this.news = new News(listener, promises);
        this.loop = new ThreadLoop(this::fault);
        String side = HexFormat.of().formatHex(random.next(SIDE_BYTES));
        ListWordChooser words = new ListWordChooser(WordList.pgp(), random);
        this.protocol = new ClientProtocol(
                side,
                JsonTree.write(Map.of("app_versions", settings.appVersions())),
                new PakeCryptography(settings.appId(), random),
                words,
                new Outputs());
        ClientMessage bind = new ClientMessage.Bind(settings.appId(), side, ClientVersion.text());
        this.link =
                new MailboxLink(settings.mailboxServer(), serverLimit, bind, loop, random, protocol, new LinkEvents());
    }

    /** Opens a wormhole: begins to connect to the mailbox server, and returns at once. */
    public static Wormhole open(WormholeSettings settings, WormholeListener listener) {
        return open(settings, listener, WaitLimits.USUAL.server());
    }

    /**
     * Opens a wormhole that waits not longer than the limit for the server to take its connection, and again to greet.
     */
    static Wormhole open(WormholeSettings settings, WormholeListener listener, Duration serverLimit) {
        Wormhole wormhole = new Wormhole(settings, listener, RandomBytes.secure(), serverLimit);
        wormhole.loop.execute(wormhole.link::start);
        return wormhole;
    }

    // The code

    /**
     * Asks the server for a nameplate and adds random words; {@link #code} tells the result.
     *
     * @param words 1 to 100, each worth 8 bits; 2 are usual
     */
    public void allocateCode(int words) throws WormholeException {
        if (words < 1 || words > MAX_WORDS) {
            throw new WormholeException(ErrorCode.USAGE, "a code has 1 to " + MAX_WORDS + " words, not " + words);
        }
        inTurn(() -> protocol.allocateCode(words));
    }

    /** Uses a code that is known already. */
    public void setCode(String code) throws WormholeException {
        String text = WormholeCode.parse(code).text();
        inTurn(() -> protocol.setCode(text));
    }

    /** Begins to ask a person for the code. */
    public CodeInput inputCode() throws WormholeException {
        inTurn(protocol::inputCode);
        return new TurnwiseCodeInput(protocol, this::callInTurn);
    }

    // What becomes known

    /** The server's greeting. */
    public CompletableFuture<Welcome> welcome() {
        return promises.welcome.copy();
    }

    /** The code, once it is known. */
    public CompletableFuture<String> code() {
        return promises.code.copy();
    }

    /** There is a key; the peer has not proved to have the same yet. Its value is always true. */
    public CompletableFuture<Boolean> unverifiedKey() {
        return promises.unverifiedKey.copy();
    }

    /** 32 bytes that are equal on both sides exactly if nobody is in the middle. The peer has proved to have the key. */
    public CompletableFuture<byte[]> verifier() {
        return promises.verifier.copy();
    }

    /** The peer's {@code app_versions}; an empty object if it said none. */
    public CompletableFuture<PeerValue> versions() {
        return promises.versions.copy();
    }

    /** The end: true after a normal goodbye, otherwise the failure. */
    public CompletableFuture<Boolean> closed() {
        return promises.closed.copy();
    }

    // Messages and keys

    /** Sends a message, now or when the peer has proved to have the key; in order, each once. */
    public void send(byte[] message) throws WormholeException {
        byte[] copy = message.clone();
        inTurn(() -> protocol.send(copy));
    }

    /**
     * The peer's next message; each call is for one message, in the order of the calls. Messages must be received: with
     * more than 64 MiB waiting for that, the wormhole fails.
     */
    public CompletableFuture<byte[]> receive() {
        return promises.receive();
    }

    /** Shows somebody the messages that wait to be received, and those that come until {@link #unwatchMessages}. */
    void watchMessages(Consumer<byte[]> shown) {
        promises.watch(shown);
    }

    void unwatchMessages() {
        promises.unwatch();
    }

    /**
     * A key that both sides can derive and nobody else (HKDF-SHA256, RFC 5869).
     *
     * @param purpose distinct for each use; must not begin with {@code wormhole:}
     * @param length in bytes, 1 to 8160
     * @throws WormholeException {@link ErrorCode#NO_KEY} before {@link #unverifiedKey}
     */
    public byte[] deriveKey(String purpose, int length) throws WormholeException {
        if (purpose.startsWith(RESERVED_PURPOSE) || length < 1 || length > 255 * 32) {
            throw new WormholeException(
                    ErrorCode.USAGE, "a key of " + length + " bytes for '" + purpose + "' cannot be derived");
        }
        return requireKey().derive(purpose, length);
    }

    /** The key of bulk transfer. */
    TransitKey transitKey() throws WormholeException {
        return requireKey().transitKey(settings.appId());
    }

    private SharedKey requireKey() throws WormholeException {
        SharedKey known = key;
        if (known == null) {
            throw new WormholeException(ErrorCode.NO_KEY, "there is no key yet: the other side has not come");
        }
        return known;
    }

    // The end

    /**
     * Says goodbye: releases the nameplate and closes the mailbox, happily if the peer came, and returns at once.
     * {@link #closed} tells when it is done, 2 seconds later at the latest.
     */
    @Override
    public void close() {
        loop.execute(protocol::close);
    }

    /** Says goodbye because something failed here. */
    public void fail(WormholeException failure) {
        loop.execute(() -> protocol.fail(failure));
    }

    private void fault(RuntimeException fault) {
        protocol.fail(new WormholeException(ErrorCode.INTERNAL, "a fault of this program: " + fault, fault));
    }

    // Turns

    private void inTurn(Turn turn) throws WormholeException {
        callInTurn(() -> {
            turn.run();
            return true;
        });
    }

    /** Something done on the engine thread. */
    @FunctionalInterface
    private interface Turn {
        void run() throws WormholeException;
    }

    /** Runs a turn on the engine thread and waits for its result; a wormhole that ends meanwhile is the result, too. */
    private <T> T callInTurn(TurnwiseCodeInput.Turn<T> turn) throws WormholeException {
        if (loop.isHere()) {
            return turn.run();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                result.complete(turn.run());
            } catch (WormholeException e) {
                result.completeExceptionally(e);
            }
        });
        var unused = promises.closed.whenComplete((done, failure) -> result.completeExceptionally(
                new WormholeException(ErrorCode.WORMHOLE_CLOSED, "this wormhole is closed", failure)));
        return Awaiting.await(result);
    }

    private final class LinkEvents implements MailboxLink.Events {
        @Override
        public void connected() {
            news.connected();
        }

        @Override
        public void lost(String reason) {
            news.lost(reason);
        }

        @Override
        public void welcomed(Welcome welcome) {
            news.welcomed(welcome);
        }
    }

    /** What the protocol says: requests go to the server, news to the listener and the futures. */
    private final class Outputs extends ServerRequests {
        @Override
        void request(ClientMessage message) {
            link.send(message);
        }

        @Override
        public void stopConnection() {
            link.close();
        }

        @Override
        public void tellCode(String code) {
            news.code(code);
        }

        @Override
        public void tellKey(Cryptography.Session session) {
            key = ((PakeCryptography.KeySession) session).key();
            news.key();
        }

        @Override
        public void tellVerifier(byte[] verifier) {
            news.verifier(verifier);
        }

        @Override
        public void tellVersions(byte[] versions) {
            orFail(() -> news.versions(versions));
        }

        @Override
        public void tellMessage(byte[] message) {
            orFail(() -> news.message(message));
        }

        private void orFail(Turn turn) {
            try {
                turn.run();
            } catch (WormholeException e) {
                protocol.fail(e);
            }
        }

        @Override
        public void tellClosing(Mood mood) {
            loop.after(GOODBYE_LIMIT, () -> {
                link.close();
                protocol.unreachable(new WormholeException(ErrorCode.TIMEOUT, "the mailbox server does not answer"));
            });
        }

        @Override
        public void tellClosed(@Nullable WormholeException failure) {
            news.closed(failure);
            loop.stop();
        }
    }
}

package wormhole.engine.machine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Mood;
import wormhole.spi.WormholeException;

/** What the boss has to say, told to the application; its goodbye begins the closing of everything. */
final class Announcements implements BossMachine.Actions {
    private final ClientProtocol.Outputs outputs;
    private final Consumer<Mood> closeAll;
    private long messagesTold;

    Announcements(ClientProtocol.Outputs outputs, Consumer<Mood> closeAll) {
        this.outputs = outputs;
        this.closeAll = closeAll;
    }

    /** How many of the peer's messages the application has. */
    long messagesTold() {
        return messagesTold;
    }

    @Override
    public void close(Mood mood) {
        outputs.tellClosing(mood);
        closeAll.accept(mood);
    }

    @Override
    public void tellCode(String code) {
        outputs.tellCode(code);
    }

    @Override
    public void tellKey(Cryptography.Session session) {
        outputs.tellKey(session);
    }

    @Override
    public void tellVerifier(byte[] verifier) {
        outputs.tellVerifier(verifier);
    }

    @Override
    public void tellVersions(byte[] versions) {
        outputs.tellVersions(versions);
    }

    @Override
    public void tellMessage(byte[] message) {
        messagesTold++;
        outputs.tellMessage(message);
    }

    @Override
    public void tellClosed(@Nullable WormholeException failure) {
        outputs.tellClosed(failure);
    }
}

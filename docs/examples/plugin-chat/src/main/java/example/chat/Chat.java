package example.chat;

import java.util.Map;
import wormhole.spi.Application;

/** The application: its id keeps a chat from ever meeting a file transfer, even with the same code. */
final class Chat implements Application {
    @Override
    public String id() {
        return "chat";
    }

    @Override
    public String appId() {
        return "example.org/wormhole/chat";
    }

    /** Told to the peer, so that a later version can know what this one could do. */
    @Override
    public Map<String, ?> versions() {
        return Map.of("chat", 1);
    }
}

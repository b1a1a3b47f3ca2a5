import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import wormhole.engine.Wormhole;
import wormhole.engine.WormholeListener;
import wormhole.engine.WormholeSettings;

/** Two wormholes in one program: one allocates a code, the other uses it, and they exchange a greeting. */
public final class Hello {
    public static void main(String[] args) throws Exception {
        var settings = WormholeSettings.forApp("example.com/hello").withMailboxServer(URI.create(args[0]));
        try (Wormhole here = Wormhole.open(settings, WormholeListener.NONE);
                Wormhole there = Wormhole.open(settings, WormholeListener.NONE)) {
            here.allocateCode(2);
            there.setCode(here.code().get()); // in life, a person speaks it to another

            here.send("hello".getBytes(UTF_8));
            System.out.println(new String(there.receive().get(), UTF_8));
            byte[] key = here.deriveKey("example.com/hello/key", 32); // the same on both sides
        }
    }
}

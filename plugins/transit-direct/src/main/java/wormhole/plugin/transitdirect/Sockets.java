package wormhole.plugin.transitdirect;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** How every connection is set up. */
final class Sockets {
    private Sockets() {}

    /** Small records leave at once; a peer that is gone without a word is noticed in time. */
    static void prepare(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }
}

package wormhole.spi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ByteChannel;

/**
 * A raw, unencrypted connection to what may be the peer.
 *
 * @param channel blocking; closing it from another thread must end a blocked read or write
 * @param description where it goes, for people, such as {@code 192.168.1.7:4711}
 * @param relayed whether it goes through somebody else's machine
 */
public record Link(ByteChannel channel, String description, boolean relayed) implements Closeable {
    @Override
    public void close() throws IOException {
        channel.close();
    }
}

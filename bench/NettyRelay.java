import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least relay that Netty can be: it joins two connections by token and copies, with back-pressure; no limits, no time-outs, no
 * counts. Only to measure the engine of `wormhole server` against, see `bench/engines.py`.
 *
 * <p>Arguments: nio or epoll, the port, the number of event loops.
 */
public final class NettyRelay extends ChannelInboundHandlerAdapter {
    private static final Map<String, NettyRelay> WAITING = new ConcurrentHashMap<>();
    private static final int TOKEN = "please relay ".length();

    private final StringBuilder request = new StringBuilder();
    private Channel own;
    private volatile Channel partner;

    public static void main(String[] arguments) throws InterruptedException {
        boolean epoll = arguments[0].equals("epoll");
        Class<? extends ServerSocketChannel> kind =
                epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                Integer.parseInt(arguments[2]), epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        new ServerBootstrap()
                .group(loops)
                .channel(kind)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new NettyRelay());
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(arguments[1]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        own = context.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        Channel to = partner;
        if (to != null) {
            to.writeAndFlush(bytes);
            if (!to.isWritable()) {
                own.config().setAutoRead(false);
            }
            return;
        }
        request.append(bytes.toString(StandardCharsets.US_ASCII));
        bytes.release();
        if (request.length() > TOKEN && request.charAt(request.length() - 1) == '\n') {
            join(request.substring(TOKEN, TOKEN + 64));
        }
    }

    private void join(String token) {
        NettyRelay other = WAITING.putIfAbsent(token, this);
        if (other == null) {
            return;
        }
        WAITING.remove(token);
        partner = other.own;
        other.partner = own;
        for (Channel each : new Channel[] {own, other.own}) {
            each.writeAndFlush(Unpooled.copiedBuffer("ok\n", StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Channel from = partner;
        if (from != null && own.isWritable()) {
            from.config().setAutoRead(true);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Channel other = partner;
        if (other != null) {
            other.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}

package wormhole.engine;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import wormhole.engine.crypto.RandomBytes;
import wormhole.engine.crypto.TransitKey;
import wormhole.engine.transfer.TransitPort;
import wormhole.engine.transit.Transit;
import wormhole.engine.transit.TransitLimits;
import wormhole.spi.PeerValue;
import wormhole.spi.RecordPipe;
import wormhole.spi.Role;
import wormhole.spi.TransitMethod;
import wormhole.spi.WormholeException;

/** Opens transit for a wormhole, with the methods and relays that the settings allow. */
final class EngineTransit implements TransitPort.Opener {
    private static final int SIDE_BYTES = 8;

    private final Wormhole wormhole;
    private final ClientSettings settings;
    private final List<TransitMethod> methods;
    private final TransitLimits limits;

    EngineTransit(Wormhole wormhole, ClientSettings settings, List<TransitMethod> methods, TransitLimits limits) {
        this.wormhole = wormhole;
        this.settings = settings;
        this.limits = limits;
        this.methods = methods.stream()
                .filter(method -> allowed(settings.transit(), method))
                .toList();
    }

    private static boolean allowed(TransitPolicy policy, TransitMethod method) {
        return switch (policy) {
            case AUTO -> true;
            case DIRECT -> !method.relayed();
            case RELAY -> method.relayed();
        };
    }

    @Override
    public TransitPort open(Role role) throws WormholeException {
        TransitKey key = wormhole.transitKey();
        String side = HexFormat.of().formatHex(RandomBytes.secure().next(SIDE_BYTES));
        Transit transit = Transit.open(
                new Transit.Setup(role, key, side, settings.relays(), settings.mayListen(), limits), methods);
        // As long as there is transit: whoever gave up need not be waited for, neither on the way nor in the middle.
        return new Port(PeerWatch.over(wormhole, transit::giveUp), transit, key);
    }

    private record Port(PeerWatch watch, Transit transit, TransitKey key) implements TransitPort {
        @Override
        public Map<String, ?> message() {
            return transit.message();
        }

        @Override
        public RecordPipe connect(PeerValue peersMessage) throws WormholeException {
            return transit.connect(peersMessage);
        }

        @Override
        public String detour() {
            return transit.detour();
        }

        @Override
        public void close() {
            watch.close();
            transit.close();
            key.destroy();
        }
    }
}

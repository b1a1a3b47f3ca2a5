package wormhole.engine.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Delivery;
import wormhole.spi.HostedService;
import wormhole.spi.Invocation;
import wormhole.spi.OfferType;
import wormhole.spi.Option;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.Receiving;
import wormhole.spi.RunningService;
import wormhole.spi.SendRequest;
import wormhole.spi.ServiceContext;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

/** What plugins can do, as the index describes it; each opens its plugin when it is used. */
final class Dormant {
    private Dormant() {}

    /** A kind of thing that can be sent. */
    record Offer(Ability<OfferType> real, String key, Delivery delivery, int rank) implements OfferType {
        @Override
        public Optional<OutgoingOffer> prepare(SendRequest request) throws WormholeException {
            return real.get().prepare(request);
        }

        @Override
        public void receive(Receiving receiving) throws WormholeException {
            real.get().receive(receiving);
        }
    }

    /** A way for bulk data. */
    record Method(Ability<TransitMethod> real, String type, boolean relayed, List<Map<String, ?>> abilities)
            implements TransitMethod {
        @Override
        public TransitSession open(TransitContext context) throws WormholeException {
            return real.get().open(context);
        }
    }

    /** A service. */
    record Service(Ability<HostedService> real, String id, String summary, List<Option> options)
            implements HostedService {
        @Override
        public RunningService start(ServiceContext context) throws WormholeException {
            return real.get().start(context);
        }
    }

    /** A verb. */
    record Verb(Ability<Command> real, CommandSpec spec) implements Command {
        @Override
        public void run(Invocation invocation) throws WormholeException {
            real.get().run(invocation);
        }
    }
}

package wormhole.engine.plugin;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import wormhole.spi.Delivery;
import wormhole.spi.OfferType;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.Receiving;
import wormhole.spi.SendRequest;
import wormhole.spi.Sending;
import wormhole.spi.WormholeException;

/** A plugin's offer type whose properties were read once, and whose faults name the plugin. */
record CheckedOfferType(String plugin, OfferType type, String key, Delivery delivery, int rank) implements OfferType {
    static CheckedOfferType of(String plugin, OfferType type) {
        return new CheckedOfferType(
                plugin,
                type,
                requireNonNull(type.key(), "the key of an offer type is null"),
                requireNonNull(type.delivery(), "the delivery of an offer type is null"),
                type.rank());
    }

    @Override
    public Optional<OutgoingOffer> prepare(SendRequest request) throws WormholeException {
        return PluginFault.guard(
                plugin,
                () -> requireNonNull(type.prepare(request), "it prepared null instead of an offer or none")
                        .map(offer -> Offer.of(plugin, offer)));
    }

    @Override
    public void receive(Receiving receiving) throws WormholeException {
        PluginFault.guard(plugin, () -> {
            type.receive(receiving);
            return key;
        });
    }

    /** What is offered, read once. */
    private record Offer(
            String plugin,
            OutgoingOffer offer,
            Object body,
            String summary,
            Optional<String> caution,
            OptionalLong size)
            implements OutgoingOffer {
        static OutgoingOffer of(String plugin, OutgoingOffer offer) {
            return new Offer(
                    plugin,
                    offer,
                    requireNonNull(offer.body(), "the body of an offer is null"),
                    requireNonNull(offer.summary(), "the summary of an offer is null"),
                    requireNonNull(offer.caution(), "the caution of an offer is null"),
                    offer.size());
        }

        @Override
        public void deliver(Sending sending) throws WormholeException {
            PluginFault.guard(plugin, () -> {
                offer.deliver(sending);
                return plugin;
            });
        }

        @Override
        public void close() {
            offer.close();
        }
    }
}

package wormhole.engine.plugin;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wormhole.spi.TransitContext;
import wormhole.spi.TransitMethod;
import wormhole.spi.TransitSession;
import wormhole.spi.WormholeException;

/** A plugin's transit method whose properties were read once, and whose faults name the plugin. */
record CheckedTransitMethod(
        String plugin, TransitMethod method, String type, boolean relayed, List<Map<String, ?>> abilities)
        implements TransitMethod {
    static CheckedTransitMethod of(String plugin, TransitMethod method) {
        return new CheckedTransitMethod(
                plugin,
                method,
                requireNonNull(method.type(), "the type of a transit method is null"),
                method.relayed(),
                abilitiesOf(method));
    }

    private static List<Map<String, ?>> abilitiesOf(TransitMethod method) {
        List<Map<String, ?>> copies = new ArrayList<>();
        method.abilities().forEach(each -> copies.add(checked(each)));
        return List.copyOf(copies);
    }

    /** The other side compares abilities by their types. */
    private static Map<String, ?> checked(Map<String, ?> ability) {
        Map<String, ?> copy = PlainValues.copyOf(ability, "the abilities of a transit method");
        if (!(copy.get("type") instanceof String)) {
            throw new IllegalArgumentException("an ability of a transit method has no type");
        }
        return copy;
    }

    @Override
    public TransitSession open(TransitContext context) throws WormholeException {
        return PluginFault.guard(plugin, () -> method.open(context));
    }
}

package wormhole.engine.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.HostedService;
import wormhole.spi.OfferType;
import wormhole.spi.TransitMethod;

/**
 * The plugins in use and what they can do together; immutable.
 *
 * @param plugins in the order of their ids
 * @param problems what could not be used, and why
 */
public record PluginRegistry(List<LoadedPlugin> plugins, List<PluginProblem> problems) {
    public PluginRegistry {
        plugins =
                plugins.stream().sorted(Comparator.comparing(LoadedPlugin::id)).toList();
        problems = List.copyOf(problems);
    }

    /** All offer types, in the order in which they are asked. */
    public List<OfferType> offerTypes() {
        return all(LoadedPlugin::offerTypes).stream()
                .sorted(Comparator.comparingInt(OfferType::rank))
                .toList();
    }

    /** The offer type with a key. */
    public Optional<OfferType> offerType(String key) {
        return offerTypes().stream().filter(type -> type.key().equals(key)).findFirst();
    }

    public List<Application> applications() {
        return all(LoadedPlugin::applications);
    }

    public List<TransitMethod> transitMethods() {
        return all(LoadedPlugin::transitMethods);
    }

    public List<HostedService> hostedServices() {
        return all(LoadedPlugin::hostedServices);
    }

    public List<Command> commands() {
        return all(LoadedPlugin::commands);
    }

    private <T> List<T> all(Function<LoadedPlugin, List<T>> ability) {
        return plugins.stream()
                .flatMap(plugin -> ability.apply(plugin).stream())
                .toList();
    }
}

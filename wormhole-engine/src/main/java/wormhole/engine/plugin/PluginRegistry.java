package wormhole.engine.plugin;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.HostedService;
import wormhole.spi.OfferType;
import wormhole.spi.TransitMethod;

/** The plugins in use and what they can do together. Immutable and thread-safe. */
public final class PluginRegistry {
    private final List<LoadedPlugin> plugins;
    private final List<PluginProblem> problems;
    private final List<Unopened> unopened;

    /** Plugins that are open, in any order, and what could not be used. */
    public PluginRegistry(List<LoadedPlugin> plugins, List<PluginProblem> problems) {
        this(plugins, problems, List.of());
    }

    /** @param unopened where those of the plugins, and those behind the problems, came from that were not looked at yet */
    PluginRegistry(List<LoadedPlugin> plugins, List<PluginProblem> problems, List<? extends Unopened> unopened) {
        this.plugins =
                plugins.stream().sorted(Comparator.comparing(LoadedPlugin::id)).toList();
        this.problems = List.copyOf(problems);
        this.unopened = List.copyOf(unopened);
    }

    /** In the order of their ids. */
    public List<LoadedPlugin> plugins() {
        return plugins;
    }

    /** What could not be used, and why. */
    public List<PluginProblem> problems() {
        return problems;
    }

    /** The same after everything was opened, which can show what was not seen before; blocks meanwhile. */
    public PluginRegistry opened() {
        Map<Path, PluginRegistry> now = new LinkedHashMap<>();
        unopened.forEach(each -> now.put(each.path(), each.open()));
        // What an id is like shows both asleep and awake.
        Set<PluginProblem> all = new LinkedHashSet<>(problems);
        all.removeIf(problem -> unopened.stream().anyMatch(each -> each.settles(problem)));
        now.values().forEach(each -> all.addAll(each.problems()));
        return new PluginRegistry(
                plugins.stream()
                        .flatMap(plugin -> inUse(plugin, now.get(plugin.source())))
                        .toList(),
                List.copyOf(all));
    }

    private static Stream<LoadedPlugin> inUse(LoadedPlugin plugin, @Nullable PluginRegistry now) {
        if (now == null) {
            return Stream.of(plugin);
        }
        return now.plugins().stream().filter(each -> each.id().equals(plugin.id()));
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

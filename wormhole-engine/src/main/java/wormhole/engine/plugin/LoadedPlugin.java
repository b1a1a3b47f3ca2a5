package wormhole.engine.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.HostedService;
import wormhole.spi.OfferType;
import wormhole.spi.TransitMethod;
import wormhole.spi.WormholePlugin;

/**
 * A plugin in use, with everything it said it can do, read once.
 *
 * @param source the jar or folder it came from
 * @param version of the plugin, from its manifest, or {@code unknown}
 */
public record LoadedPlugin(
        String id,
        String description,
        String version,
        Path source,
        List<OfferType> offerTypes,
        List<Application> applications,
        List<TransitMethod> transitMethods,
        List<HostedService> hostedServices,
        List<Command> commands) {

    /** Asks a plugin for everything, once: what a stranger's code answers later could be something else. */
    static LoadedPlugin of(WormholePlugin plugin, PluginSource source, String version) {
        String id = requireNonNull(plugin.id(), "its id is null");
        return new LoadedPlugin(
                id,
                ShownText.line(plugin.description(), "its description is null"),
                ShownText.line(version, "its version is null"),
                source.path(),
                each("offer types", plugin.offerTypes(), type -> CheckedOfferType.of(id, type)),
                each("applications", plugin.applications(), CheckedApplication::of),
                each("transit methods", plugin.transitMethods(), method -> CheckedTransitMethod.of(id, method)),
                each("services", plugin.hostedServices(), service -> CheckedService.of(id, service)),
                each("commands", plugin.commands(), command -> CheckedCommand.of(id, command)));
    }

    private static <T> List<T> each(String what, List<T> some, Function<T, T> check) {
        requireNonNull(some, () -> "the list of its " + what + " is null");
        return some.stream()
                .map(one -> check.apply(requireNonNull(one, () -> "there is a null among its " + what)))
                .toList();
    }
}

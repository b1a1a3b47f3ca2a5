package wormhole.engine.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

    static LoadedPlugin of(WormholePlugin plugin, PluginSource source, String version) {
        return new LoadedPlugin(
                Objects.requireNonNull(plugin.id(), "its id is null"),
                Objects.requireNonNull(plugin.description(), "its description is null"),
                version,
                source.path(),
                List.copyOf(plugin.offerTypes()),
                List.copyOf(plugin.applications()),
                List.copyOf(plugin.transitMethods()),
                List.copyOf(plugin.hostedServices()),
                List.copyOf(plugin.commands()));
    }
}

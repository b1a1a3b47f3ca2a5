package wormhole.engine.plugin;

import static java.util.Objects.requireNonNull;

import java.util.List;
import wormhole.spi.HostedService;
import wormhole.spi.Option;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.WormholeException;

/** A plugin's service whose properties were read and checked once, and whose faults name the plugin. */
record CheckedService(String plugin, HostedService service, String id, String summary, List<Option> options)
        implements HostedService {
    static CheckedService of(String plugin, HostedService service) {
        List<Option> options = List.copyOf(requireNonNull(service.options(), "the options of a service are null"));
        CheckedCommand.checkOptions(options);
        return new CheckedService(
                plugin,
                service,
                requireNonNull(service.id(), "the id of a service is null"),
                ShownText.line(service.summary(), "the summary of a service is null"),
                ShownText.options(options));
    }

    @Override
    public RunningService start(ServiceContext context) throws WormholeException {
        return PluginFault.guard(plugin, () -> service.start(context));
    }
}

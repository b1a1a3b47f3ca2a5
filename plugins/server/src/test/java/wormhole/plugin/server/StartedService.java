package wormhole.plugin.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wormhole.spi.HostedService;
import wormhole.spi.Option;
import wormhole.spi.OptionValues;
import wormhole.spi.RunningService;
import wormhole.spi.ServiceContext;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;
import wormhole.spi.testkit.RecordingUserInterface;

/** Starts services as the shell would, on loopback. */
final class StartedService {
    private StartedService() {}

    /** Options in turn by key and value, besides {@code --host 127.0.0.1}; the rest have their defaults. */
    static RunningService start(HostedService service, String... options) throws WormholeException {
        Map<String, List<String>> values = new HashMap<>();
        for (Option option : service.options()) {
            String value = option.defaultValue();
            if (value != null) {
                values.put(option.key(), List.of(value));
            }
        }
        values.put("host", List.of("127.0.0.1"));
        for (int i = 0; i < options.length; i += 2) {
            values.put(options[i], List.of(options[i + 1]));
        }
        return service.start(context(OptionValues.of(values, Path.of("").toAbsolutePath())));
    }

    private static ServiceContext context(OptionValues values) {
        return new ServiceContext() {
            @Override
            public OptionValues options() {
                return values;
            }

            @Override
            public UserInterface ui() {
                return new RecordingUserInterface();
            }
        };
    }
}

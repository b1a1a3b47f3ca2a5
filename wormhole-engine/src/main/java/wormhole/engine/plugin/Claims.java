package wormhole.engine.plugin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.HostedService;
import wormhole.spi.OfferType;
import wormhole.spi.TransitMethod;

/**
 * Who owns which name. A plugin claims all of its names at once; if one is malformed or taken, it gets none, so that a
 * half-working plugin is never in use.
 */
final class Claims {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern OFFER_KEY = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9-]{0,63}( [a-z][a-z0-9-]{0,63})?");
    private static final Pattern APP_ID = Pattern.compile("\\p{Print}{1,255}");

    private final Map<String, String> ownerByName = new HashMap<>();

    /** Claims everything; returns what is wrong if it cannot be. */
    Optional<String> claim(LoadedPlugin plugin) {
        Map<String, Pattern> names = namesOf(plugin);
        for (Map.Entry<String, Pattern> name : names.entrySet()) {
            Optional<String> wrong = wrongWith(name.getKey(), name.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        names.keySet().forEach(name -> ownerByName.put(name, plugin.id()));
        return Optional.empty();
    }

    private Optional<String> wrongWith(String kindAndName, Pattern form) {
        int colon = kindAndName.indexOf(':');
        String kind = kindAndName.substring(0, colon);
        String name = kindAndName.substring(colon + 1);
        if (!form.matcher(name).matches()) {
            return Optional.of("the " + kind + " '" + name + "' is malformed");
        }
        String owner = ownerByName.get(kindAndName);
        return owner == null
                ? Optional.empty()
                : Optional.of("the " + kind + " '" + name + "' belongs to the plugin '" + owner + "'");
    }

    private static Map<String, Pattern> namesOf(LoadedPlugin plugin) {
        Map<String, Pattern> names = new LinkedHashMap<>();
        names.put("id:" + plugin.id(), ID);
        for (OfferType type : plugin.offerTypes()) {
            names.put("offer key:" + type.key(), OFFER_KEY);
        }
        for (TransitMethod method : plugin.transitMethods()) {
            names.put("transit type:" + method.type(), ID);
        }
        for (HostedService service : plugin.hostedServices()) {
            names.put("service:" + service.id(), ID);
        }
        for (Application application : plugin.applications()) {
            names.put("application:" + application.id(), ID);
            names.put("application id:" + application.appId(), APP_ID);
        }
        for (Command command : plugin.commands()) {
            names.put("command:" + command.spec().name(), COMMAND);
            command.spec().aliases().forEach(alias -> names.put("command:" + alias, COMMAND));
        }
        return names;
    }
}

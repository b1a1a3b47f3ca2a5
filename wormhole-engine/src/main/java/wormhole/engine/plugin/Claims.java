package wormhole.engine.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
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

    private static final int MAX_SHOWN = 100;

    /** What is wrong with a plugin's names, and what to do. */
    record Trouble(String what, String cure) {}

    /** By kind and name. */
    private final Map<String, String> owners = new HashMap<>();

    /** Claims everything; returns what is wrong if it cannot be. */
    Optional<Trouble> claim(LoadedPlugin plugin) {
        Claim claim = new Claim(plugin.source());
        claim.namesOf(plugin);
        if (claim.wrong.isEmpty()) {
            claim.names.forEach(name -> owners.put(name, plugin.id()));
        }
        return claim.wrong.stream().findFirst();
    }

    /** What one plugin claims, and what is wrong with it. */
    private final class Claim {
        private final Path source;
        private final Set<String> names = new HashSet<>();
        private final List<Trouble> wrong = new ArrayList<>();

        Claim(Path source) {
            this.source = source;
        }

        void namesOf(LoadedPlugin plugin) {
            add("id", plugin.id(), ID);
            for (OfferType type : plugin.offerTypes()) {
                add("offer key", type.key(), OFFER_KEY);
            }
            for (TransitMethod method : plugin.transitMethods()) {
                add("transit type", method.type(), ID);
            }
            for (HostedService service : plugin.hostedServices()) {
                add("service", service.id(), ID);
            }
            for (Application application : plugin.applications()) {
                add("application", application.id(), ID);
                add("application id", application.appId(), APP_ID);
            }
            for (Command command : plugin.commands()) {
                addCommand(command.spec());
            }
        }

        /** An alias stands for the last word of the name. */
        private void addCommand(CommandSpec spec) {
            add("command", spec.name(), COMMAND);
            String before = spec.name().substring(0, spec.name().lastIndexOf(' ') + 1);
            spec.aliases().forEach(alias -> add("command", before + alias, COMMAND));
        }

        private void add(String kind, String text, Pattern form) {
            String name = kind + ' ' + text;
            String shown = "the " + kind + " '" + ShownText.shortened(text, MAX_SHOWN) + "'";
            String owner = owners.get(name);
            if (!form.matcher(text).matches()) {
                wrong.add(new Trouble(shown + " is malformed", PluginProblem.out(source)));
            } else if (owner != null) {
                wrong.add(new Trouble(
                        shown + " belongs to the plugin '" + owner + "'",
                        "Only one of the two can be in use." + PluginProblem.toRemove(source)));
            } else if (!names.add(name)) {
                wrong.add(new Trouble(shown + " is there twice", PluginProblem.out(source)));
            }
        }
    }
}

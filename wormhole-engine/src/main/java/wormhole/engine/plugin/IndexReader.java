package wormhole.engine.plugin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Application;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.Delivery;
import wormhole.spi.HostedService;
import wormhole.spi.OfferType;
import wormhole.spi.Option;
import wormhole.spi.TransitMethod;

/** Reads what {@link IndexWriter} wrote. Anything else ends in a {@link RuntimeException}. */
final class IndexReader {
    private final ByteBuffer in;
    private final SleepingPlugins sleeping;

    private IndexReader(ByteBuffer in, SleepingPlugins sleeping) {
        this.in = in;
        this.sleeping = sleeping;
    }

    /** The plugins of one jar or folder, none of them opened. */
    static List<LoadedPlugin> plugins(byte[] description, SleepingPlugins sleeping) {
        IndexReader reader = new IndexReader(ByteBuffer.wrap(description), sleeping);
        return reader.list(reader::plugin);
    }

    private LoadedPlugin plugin() {
        String id = text();
        return new LoadedPlugin(
                id,
                text(),
                text(),
                sleeping.path(),
                list(() -> offerType(id)),
                list(this::application),
                list(() -> transitMethod(id)),
                list(() -> service(id)),
                list(() -> command(id)));
    }

    private OfferType offerType(String plugin) {
        String key = text();
        return new Dormant.Offer(
                sleeping.ability(
                        plugin, LoadedPlugin::offerTypes, type -> type.key().equals(key)),
                key,
                Delivery.valueOf(text()),
                in.getInt());
    }

    private Application application() {
        return new CheckedApplication(text(), text(), map());
    }

    private TransitMethod transitMethod(String plugin) {
        String type = text();
        return new Dormant.Method(
                sleeping.ability(
                        plugin,
                        LoadedPlugin::transitMethods,
                        method -> method.type().equals(type)),
                type,
                truth(),
                list(this::map));
    }

    private HostedService service(String plugin) {
        String id = text();
        return new Dormant.Service(
                sleeping.ability(
                        plugin,
                        LoadedPlugin::hostedServices,
                        service -> service.id().equals(id)),
                id,
                text(),
                list(this::option));
    }

    private Command command(String plugin) {
        CommandSpec spec = new CommandSpec(
                text(), list(this::text), text(), text(), list(this::option), list(this::argument), list(this::text));
        return new Dormant.Verb(
                sleeping.ability(
                        plugin,
                        LoadedPlugin::commands,
                        command -> command.spec().name().equals(spec.name())),
                spec);
    }

    private Option option() {
        return new Option(
                list(this::text),
                Option.Kind.valueOf(text()),
                text(),
                text(),
                truth(),
                textOrNull(),
                textOrNull(),
                list(this::text));
    }

    private Argument argument() {
        return new Argument(text(), Argument.Kind.valueOf(text()), text(), truth(), truth());
    }

    private <T> List<T> list(Supplier<T> each) {
        int size = in.getInt();
        List<T> some = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            some.add(each.get());
        }
        return List.copyOf(some);
    }

    private String text() {
        String text = textOrNull();
        if (text == null) {
            throw new IllegalArgumentException("a text is missing");
        }
        return text;
    }

    private @Nullable String textOrNull() {
        int length = in.getInt();
        if (length == IndexWriter.NOTHING) {
            return null;
        }
        byte[] text = new byte[Math.min(length, in.remaining() + 1)];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private boolean truth() {
        return in.get() != 0;
    }

    private Map<String, Object> map() {
        if (tree() instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, value) -> fields.put((String) name, value));
            return fields;
        }
        throw new IllegalArgumentException("no map");
    }

    private Object tree() {
        byte kind = in.get();
        return switch (kind) {
            case 'm' -> entries();
            case 'l' -> list(this::tree);
            case 't' -> text();
            case 'b' -> truth();
            case 'n' -> in.getLong();
            default -> throw new IllegalArgumentException("unknown kind " + kind);
        };
    }

    private Map<String, Object> entries() {
        Map<String, Object> fields = new LinkedHashMap<>();
        int size = in.getInt();
        for (int i = 0; i < size; i++) {
            fields.put(text(), tree());
        }
        return fields;
    }
}

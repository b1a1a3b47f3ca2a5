package wormhole.engine.plugin;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wormhole.spi.Argument;
import wormhole.spi.CommandSpec;
import wormhole.spi.Option;

/** Writes down what plugins say of themselves; {@link IndexReader} reads it in the same order. */
final class IndexWriter {
    static final int NOTHING = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private IndexWriter() {}

    /** Writes one thing of a list. */
    private interface Each<T> {
        void write(T one) throws IOException;
    }

    /**
     * The description of the plugins of one jar or folder.
     *
     * @throws IOException if something that they say has no such form
     */
    static byte[] describe(List<LoadedPlugin> plugins) throws IOException {
        IndexWriter writer = new IndexWriter();
        writer.list(plugins, writer::plugin);
        return writer.bytes.toByteArray();
    }

    private void plugin(LoadedPlugin plugin) throws IOException {
        text(plugin.id());
        text(plugin.description());
        text(plugin.version());
        list(plugin.offerTypes(), type -> {
            text(type.key());
            text(type.delivery().name());
            out.writeInt(type.rank());
        });
        list(plugin.applications(), application -> {
            text(application.id());
            text(application.appId());
            tree(application.versions());
        });
        list(plugin.transitMethods(), method -> {
            text(method.type());
            out.writeBoolean(method.relayed());
            list(method.abilities(), this::tree);
        });
        list(plugin.hostedServices(), service -> {
            text(service.id());
            text(service.summary());
            list(service.options(), this::option);
        });
        list(plugin.commands(), command -> command(command.spec()));
    }

    private void command(CommandSpec spec) throws IOException {
        text(spec.name());
        list(spec.aliases(), this::text);
        text(spec.summary());
        text(spec.description());
        list(spec.options(), this::option);
        list(spec.arguments(), this::argument);
        list(spec.examples(), this::text);
    }

    private void option(Option option) throws IOException {
        list(option.names(), this::text);
        text(option.kind().name());
        text(option.valueName());
        text(option.description());
        out.writeBoolean(option.repeatable());
        text(option.defaultValue());
        text(option.environment());
        list(option.choices(), this::text);
    }

    private void argument(Argument argument) throws IOException {
        text(argument.name());
        text(argument.kind().name());
        text(argument.description());
        out.writeBoolean(argument.required());
        out.writeBoolean(argument.repeatable());
    }

    private <T> void list(Collection<T> some, Each<? super T> each) throws IOException {
        out.writeInt(some.size());
        for (T one : some) {
            each.write(one);
        }
    }

    private void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NOTHING);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    private void tree(Object tree) throws IOException {
        if (tree instanceof Map<?, ?> map) {
            out.writeByte('m');
            list(map.entrySet(), entry -> {
                text((String) entry.getKey());
                tree(entry.getValue());
            });
        } else if (tree instanceof List<?> list) {
            out.writeByte('l');
            list(list, this::tree);
        } else if (tree instanceof String text) {
            out.writeByte('t');
            text(text);
        } else if (tree instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (tree instanceof Integer || tree instanceof Long) {
            out.writeByte('n');
            out.writeLong(((Number) tree).longValue());
        } else {
            throw new IOException("the index has no form for this");
        }
    }
}

package wormhole.spi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.Conversation;
import wormhole.spi.Invocation;
import wormhole.spi.Progress;
import wormhole.spi.Receiving;
import wormhole.spi.RecordPipe;
import wormhole.spi.Sending;
import wormhole.spi.ServiceContext;
import wormhole.spi.Spi;
import wormhole.spi.TransitContext;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholePlugin;

/** A plugin that was built for the last release still works: the SPI only grows, and only where plugins cannot tell. */
class ApiCompatibilityTest {
    private static final Path BASELINE = Path.of("src/test/resources/api/wormhole-spi.txt");
    /** Writes the baseline anew; docs/architecture.md tells when. */
    private static final boolean RENEW = Boolean.getBoolean("api.renew");

    /** What law 4 of the SPI calls types that the host implements. */
    private static final Set<Class<?>> HOST_TYPES = Set.of(
            Conversation.class,
            Invocation.class,
            Progress.class,
            Receiving.class,
            RecordPipe.class,
            Sending.class,
            ServiceContext.class,
            TransitContext.class,
            UserInterface.class);

    private static final String ADD = "  method public%s more ()V";

    @TempDir
    private Path folder;

    @BeforeAll
    static void renew() throws IOException {
        if (RENEW) {
            Files.createDirectories(BASELINE.getParent());
            Files.writeString(BASELINE, "# The API of SPI version " + Spi.VERSION + "\n" + ApiWriter.write(classes()));
        }
    }

    @Test
    void thePluginsOfTheLastReleaseStillWork() throws IOException {
        assertThat(broken(baseline(), ApiWriter.write(classes())))
                .as("What breaks plugins written for the last release. Bring it back, and add beside it: a default"
                        + " method, a new type. If it cannot be helped, raise the major version of the SPI and"
                        + " renew the baseline, as docs/architecture.md tells under 'The SPI stays'.")
                .isEmpty();
    }

    @Test
    void aMethodThatIsGoneBreaks() throws IOException {
        assertThat(broken(edited("  method public,abstract key ()", null)))
                .containsExactly("wormhole.spi.OfferType.key(): METHOD_REMOVED");
    }

    @Test
    void anotherReturnTypeBreaks() throws IOException {
        assertThat(broken(edited("  method public rank ()I", "  method public rank ()J")))
                .contains("wormhole.spi.OfferType.rank(): METHOD_RETURN_TYPE_CHANGED");
    }

    @Test
    void anotherKindOfListBreaksTheSource() throws IOException {
        assertThat(broken(edited(
                        "  method public commands ()",
                        "  method public commands ()Ljava/util/List; generic"
                                + " ()Ljava/util/List<Lwormhole/spi/Option;>;")))
                .containsExactly("wormhole.spi.WormholePlugin.commands(): METHOD_RETURN_TYPE_GENERICS_CHANGED");
    }

    @Test
    void whatPluginsImplementMustNotAskForMore() throws IOException {
        assertThat(broken(edited("type public,abstract,interface wormhole.spi.Command ", ADD.formatted(",abstract"))))
                .containsExactly("wormhole.spi.Command.more(): METHOD_ADDED_TO_INTERFACE");
    }

    @Test
    void whatPluginsImplementMayGainADefault() throws IOException {
        assertThat(broken(edited("type public,abstract,interface wormhole.spi.Command ", ADD.formatted(""))))
                .isEmpty();
    }

    @Test
    void whatTheHostImplementsMayGrow() throws IOException {
        assertThat(broken(edited("type public,abstract,interface wormhole.spi.Sending ", ADD.formatted(",abstract"))))
                .isEmpty();
    }

    @Test
    void anotherComponentOfARecordBreaks() throws IOException {
        String start = "  method public <init> (Ljava/lang/String;Lwormhole/spi/Argument$Kind;Ljava/lang/String;Z";

        assertThat(broken(edited(start + "Z)", start + "ZZ)V")))
                .containsExactly("wormhole.spi.Argument.Argument(java.lang.String, wormhole.spi.Argument$Kind,"
                        + " java.lang.String, boolean, boolean): CONSTRUCTOR_REMOVED");
    }

    /** What breaks if the API of today becomes this one. */
    private List<String> broken(List<String> changed) throws IOException {
        return broken(baseline(), String.join("\n", changed));
    }

    private static String baseline() throws IOException {
        return Files.readString(BASELINE);
    }

    /**
     * The API with another line.
     *
     * @param start of the line that becomes another; the type itself stays before what is added to it
     */
    private static List<String> edited(String start, @Nullable String other) throws IOException {
        List<String> lines = new ArrayList<>(baseline().lines().toList());
        int index = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(start))
                .findFirst()
                .orElseThrow();
        if (other != null) {
            lines.add(index + 1, other);
        }
        if (!start.startsWith("type")) {
            lines.remove(index);
        }
        return lines;
    }

    private static Path classes() {
        return Path.of(URI.create(WormholePlugin.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private List<String> broken(String before, String now) throws IOException {
        Set<String> names = Set.copyOf(HOST_TYPES.stream().map(Class::getName).toList());
        return ApiComparison.of(before, now, names, folder);
    }
}

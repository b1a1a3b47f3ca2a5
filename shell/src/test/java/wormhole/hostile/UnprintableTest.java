package wormhole.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever holds a code, a key, a password or a text of somebody's shows none of it when it is printed by accident. */
class UnprintableTest {
    private static final String SECRET = "7-crossover-clockwork";

    /** Components that may hold a secret, wherever they stand. */
    private static final Set<String> SECRET_NAMES =
            Set.of("code", "text", "words", "line", "lines", "password", "secret", "answer", "fields", "passphrase");

    /** Texts of ours, or for everybody. */
    private static final Set<String> HARMLESS = Set.of("wormhole.spi.Question", "wormhole.shell.cli.ParsedLine$Help");

    private static Path[] everything() {
        return Stream.of(
                        "wormhole-spi",
                        "wormhole-engine",
                        "shell",
                        "plugins/text",
                        "plugins/file",
                        "plugins/directory-zip",
                        "plugins/transit-direct",
                        "plugins/transit-relay",
                        "plugins/server",
                        "plugins/ssh-key")
                .map(module ->
                        Path.of("..", module, "target/classes").toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .toArray(Path[]::new);
    }

    private static ClassLoader loader() throws Exception {
        URL[] urls = new URL[everything().length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = everything()[i].toUri().toURL();
        }
        return new URLClassLoader(urls, UnprintableTest.class.getClassLoader());
    }

    static List<Class<?>> suspects() throws Exception {
        ClassLoader loader = loader();
        List<String> names = new ClassFileImporter()
                .importPaths(everything()).stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
        List<Class<?>> found = new java.util.ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, loader);
            if (!HARMLESS.contains(name)
                    && Arrays.stream(type.getRecordComponents()).anyMatch(UnprintableTest::isSecret)) {
                found.add(type);
            }
        }
        return found;
    }

    private static boolean isSecret(RecordComponent component) {
        return SECRET_NAMES.contains(component.getName()) && !(secret(component.getType()) instanceof Nothing);
    }

    /** What a component cannot hold. */
    private record Nothing() {}

    private static Object secret(Class<?> type) {
        if (type == String.class || type == CharSequence.class || type == Object.class) {
            return SECRET;
        }
        if (type == List.class) {
            return List.of(SECRET);
        }
        if (type == Set.class) {
            return Set.of(SECRET);
        }
        if (type == Optional.class) {
            return Optional.of(SECRET);
        }
        return type == Map.class ? Map.of("code", SECRET) : new Nothing();
    }

    @ParameterizedTest
    @MethodSource("suspects")
    void isNotPrinted(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(UnprintableTest::value).toArray();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);

        assertThat(constructor.newInstance(values).toString()).doesNotContain("crossover");
    }

    @Test
    void thereAreSuspects() throws Exception {
        assertThat(suspects()).extracting(Class::getSimpleName).contains("Given", "SendRequest", "PemBlock", "Event");
    }

    private static Object value(RecordComponent component) {
        Object secret = secret(component.getType());
        if (isSecret(component)) {
            return secret;
        }
        Class<?> type = component.getType();
        if (type.isPrimitive()) {
            return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == String.class) {
            return "x";
        }
        return type.isEnum() ? type.getEnumConstants()[0] : null;
    }
}

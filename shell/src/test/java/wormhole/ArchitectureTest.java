package wormhole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom ({@code docs/architecture.md}). */
class ArchitectureTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final JavaClasses HOST =
            new ClassFileImporter().importPaths(classesOf("wormhole-spi", "wormhole-engine", "shell"));
    private static final JavaClasses PLUGINS = new ClassFileImporter()
            .importPaths(classesOf(
                    "plugins/text",
                    "plugins/file",
                    "plugins/directory-zip",
                    "plugins/transit-direct",
                    "plugins/transit-relay",
                    "plugins/server",
                    "plugins/ssh-key"));

    private static Path[] classesOf(String... modules) {
        return Stream.of(modules)
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .toArray(Path[]::new);
    }

    @Test
    void theSpiNeedsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("wormhole.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "wormhole.spi..", "org.jspecify.annotations")
                .check(HOST);
    }

    @Test
    void theEngineKnowsNeitherShellNorPlugins() {
        noClasses()
                .that()
                .resideInAPackage("wormhole.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("wormhole.shell..", "wormhole.plugin..", "org.jline..", "picocli..")
                .check(HOST);
    }

    @Test
    void theShellKnowsNoPlugin() {
        noClasses()
                .that()
                .resideInAPackage("wormhole.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("wormhole.plugin..")
                .check(HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "text, java..",
        "file, java..",
        "directoryzip, org.apache.commons.compress..",
        "transitdirect, java..",
        "transitrelay, java..",
        "sshkey, java..",
        "server, com.fasterxml.jackson.. | com.sun.net.httpserver | io.prometheus.. | org.flywaydb.. | org.java_websocket.. | org.postgresql.. | org.slf4j.. | org.sqlite..",
    })
    void aPluginNeedsTheSpiAndItsOwnLibrariesOnly(String name, String libraries) {
        String own = "wormhole.plugin." + name + "..";
        String[] allowed = Stream.concat(
                        Stream.of(
                                "java..",
                                "javax.crypto..",
                                "javax.net.ssl..",
                                "javax.sql..",
                                "wormhole.spi..",
                                "org.jspecify.annotations",
                                own),
                        Stream.of(libraries.split(" \\| ", -1)))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(PLUGINS);
    }

    @Test
    void theMachinesAreFreeOfInputAndOutputOfThreadsAndOfTime() {
        classes()
                .that()
                .resideInAPackage("wormhole.engine.machine")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "wormhole.engine.machine",
                        "wormhole.spi",
                        "java.lang",
                        "java.lang.invoke",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "org.jspecify.annotations")
                .check(HOST);
    }

    /** JSON from outside has a room of its own; otherwise these know none of their siblings. */
    @ParameterizedTest
    @ValueSource(strings = {"wire", "crypto", "code", "json"})
    void theLowestRoomsKnowNoSibling(String room) {
        classes()
                .that()
                .resideInAPackage("wormhole.engine." + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "wormhole.engine." + room,
                        "wormhole.engine.json",
                        "wormhole.spi..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.bouncycastle..",
                        "org.jspecify.annotations")
                .check(HOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rendezvous", "transit", "transfer"})
    void theMiddleRoomsKnowTheLowestOnly(String room) {
        noClasses()
                .that()
                .resideInAPackage("wormhole.engine." + room)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in the engine, but neither here nor in the lowest rooms",
                        type -> type.getPackageName().startsWith("wormhole.engine")
                                && !type.getPackageName()
                                        .matches("wormhole\\.engine\\.(wire|crypto|code|json|" + room + ")")))
                .check(HOST);
    }

    @Test
    void noRoomsNeedEachOther() {
        slices().matching("wormhole.(engine|spi|shell).(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOST);
    }

    @Test
    void onlyTheShellSpeaksToTheTerminal() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PLUGINS);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                new ClassFileImporter().importPaths(classesOf("wormhole-spi", "wormhole-engine")));
    }

    @Test
    void failuresHaveATypeThatSaysWhat() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(HOST);
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(PLUGINS);
    }
}

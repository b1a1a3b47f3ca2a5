package wormhole.spi.api;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import japicmp.model.JApiParameter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import javassist.bytecode.ClassFile;

/** What in a new API would break plugins that were written for an old one. japicmp judges. */
final class ApiComparison {
    private final Set<String> hostTypes;
    private final List<String> broken = new ArrayList<>();

    private ApiComparison(Set<String> hostTypes) {
        this.hostTypes = hostTypes;
    }

    /**
     * Compares two APIs as {@link ApiWriter} writes them.
     *
     * @param hostTypes the interfaces that only the host implements, which may grow
     * @param folder where it may work
     * @return a line for each thing that breaks plugins
     */
    static List<String> of(String before, String now, Set<String> hostTypes, Path folder) throws IOException {
        JApiCmpArchive old = archive(before, folder.resolve("before.jar"));
        JApiCmpArchive current = archive(now, folder.resolve("now.jar"));
        ApiComparison comparison = new ApiComparison(hostTypes);
        new JarArchiveComparator(new JarArchiveComparatorOptions())
                .compare(old, current)
                .forEach(comparison::type);
        return comparison.broken;
    }

    private static JApiCmpArchive archive(String api, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (ClassFile type : ApiReader.read(api)) {
                out.putNextEntry(new ZipEntry(type.getName().replace('.', '/') + ".class"));
                type.write(new DataOutputStream(out));
            }
        }
        return new JApiCmpArchive(jar.toFile(), jar.getFileName().toString());
    }

    private void type(JApiClass type) {
        String name = type.getFullyQualifiedName();
        look(name, name, type);
        look(name, name + "'s superclass", type.getSuperclass());
        type.getInterfaces().forEach(each -> look(name, name + " implements " + each.getFullyQualifiedName(), each));
        for (JApiField field : type.getFields()) {
            look(name, name + "." + field.getName(), field);
        }
        for (JApiMethod method : type.getMethods()) {
            behavior(name, method);
            look(name, described(name, method), method.getReturnType());
        }
        type.getConstructors().forEach(constructor -> behavior(name, constructor));
    }

    private void behavior(String type, JApiBehavior behavior) {
        String what = described(type, behavior);
        look(type, what, behavior);
        behavior.getParameters().forEach(parameter -> look(type, what, parameter));
    }

    private static String described(String type, JApiBehavior behavior) {
        return behavior.getParameters().stream()
                .map(JApiParameter::getType)
                .collect(Collectors.joining(", ", type + "." + behavior.getName() + "(", ")"));
    }

    private void look(String type, String what, JApiCompatibility changed) {
        for (JApiCompatibilityChange change : changed.getCompatibilityChanges()) {
            boolean grown = change.getType() == JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE
                    && hostTypes.contains(type);
            if (!grown && !(change.isBinaryCompatible() && change.isSourceCompatible())) {
                broken.add(what + ": " + change.getType());
            }
        }
    }
}

package wormhole.spi.api;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javassist.bytecode.AttributeInfo;
import javassist.bytecode.ClassFile;
import javassist.bytecode.ExceptionsAttribute;
import javassist.bytecode.FieldInfo;
import javassist.bytecode.InnerClassesAttribute;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.SignatureAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the API of class files: one line for each type and each member that a plugin can see, sorted, so that a
 * change shows in a diff. {@link ApiReader} makes class files of it again.
 */
final class ApiWriter {
    private ApiWriter() {}

    /** The API of the class files in a folder. */
    static String write(Path classes) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(classes)) {
            files = paths.filter(ApiWriter::isClass).sorted().toList();
        }
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            type(read(file)).forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static boolean isClass(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".class") && !name.equals("package-info.class") && !name.equals("module-info.class");
    }

    private static ClassFile read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new ClassFile(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> type(ClassFile type) {
        if (!isVisible(type)) {
            return List.of();
        }
        List<String> members = new ArrayList<>();
        for (FieldInfo field : type.getFields()) {
            if (Flags.isApi(field.getAccessFlags())) {
                members.add("  field " + Flags.words(field.getAccessFlags()) + " " + field.getName() + " "
                        + field.getDescriptor() + generic(field.getAttribute(SignatureAttribute.tag)));
            }
        }
        for (MethodInfo method : type.getMethods()) {
            if (Flags.isApi(method.getAccessFlags())) {
                members.add("  method " + Flags.words(method.getAccessFlags()) + " " + method.getName() + " "
                        + method.getDescriptor() + exceptions(method.getExceptionsAttribute())
                        + generic(method.getAttribute(SignatureAttribute.tag)));
            }
        }
        List<String> lines = new ArrayList<>(List.of(head(type)));
        members.stream().sorted().forEach(lines::add);
        return lines;
    }

    /** A nested type is as visible as its declaration, and that of what it is nested in, say. */
    private static boolean isVisible(ClassFile type) {
        if (!Flags.isApi(type.getAccessFlags())) {
            return false;
        }
        if (!(type.getAttribute(InnerClassesAttribute.tag) instanceof InnerClassesAttribute nested)) {
            return true;
        }
        String name = type.getName();
        for (int i = 0; i < nested.tableLength(); i++) {
            boolean around = name.equals(nested.innerClass(i)) || name.startsWith(nested.innerClass(i) + "$");
            if (around && (!Flags.isApi(nested.accessFlags(i)) || nested.innerName(i) == null)) {
                return false;
            }
        }
        return true;
    }

    private static String head(ClassFile type) {
        int nested = type.getInnerAccessFlags();
        String line = "type " + Flags.words(nested < 0 ? type.getAccessFlags() : nested) + " " + type.getName()
                + " extends " + type.getSuperclass();
        String[] interfaces = type.getInterfaces();
        Arrays.sort(interfaces);
        return line
                + (interfaces.length == 0 ? "" : " implements " + String.join(",", interfaces))
                + generic(type.getAttribute(SignatureAttribute.tag));
    }

    private static String exceptions(@Nullable ExceptionsAttribute thrown) {
        return thrown == null ? "" : " throws " + String.join(",", thrown.getExceptions());
    }

    private static String generic(@Nullable AttributeInfo attribute) {
        return attribute instanceof SignatureAttribute signature ? " generic " + signature.getSignature() : "";
    }
}

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites a jar so that its classes have the form of Java 8, code and all else as before:
 * {@code ModernClasses FROM TO TIME}. Java keeps no class of an older form than that of Java 6 in its archive, and verifies
 * it the slow way at every start. Every entry gets the time given (ISO 8601, UTC), so that the same jar always becomes the
 * same.
 */
final class ModernClasses {
    private final JarFile from;
    private final ClassLoader classes;

    private ModernClasses(JarFile from, ClassLoader classes) {
        this.from = from;
        this.classes = classes;
    }

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        Files.createDirectories(to.getParent());
        try (JarFile jar = new JarFile(from.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {from.toUri().toURL()});
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            new ModernClasses(jar, classes).writeTo(out, Instant.parse(arguments[2]));
        }
    }

    private void writeTo(ZipOutputStream out, Instant time) throws IOException {
        for (ZipEntry each : Collections.list(from.entries())) {
            ZipEntry entry = new ZipEntry(each.getName());
            entry.setTimeLocal(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
            out.putNextEntry(entry);
            out.write(content(each));
            out.closeEntry();
        }
    }

    private byte[] content(ZipEntry entry) throws IOException {
        byte[] content = from.getInputStream(entry).readAllBytes();
        boolean isOld =
                entry.getName().endsWith(".class") && new ClassReader(content).readUnsignedShort(6) < Opcodes.V1_8;
        return isOld ? modern(content) : content;
    }

    private byte[] modern(byte[] old) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        ClassVisitor renewing = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
            }
        };
        new ClassReader(old).accept(renewing, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}

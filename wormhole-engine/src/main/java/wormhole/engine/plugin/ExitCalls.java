package wormhole.engine.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Finds calls in a class file that would end the program: those of its constant pool (JVM specification, 4.4). Every class of
 * a plugin comes by here, at a start, when nothing has been compiled: so only what can matter is made a text.
 */
final class ExitCalls {
    private static final Set<String> EXITS =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

    private static final int HEADER_BYTES = 8;
    private static final int UTF8 = 1;

    private final ByteBuffer file;
    /** Where each constant begins, behind its tag. */
    private final int[] at;

    private final boolean[] methods;

    private ExitCalls(ByteBuffer file) {
        this.file = file.position(HEADER_BYTES);
        int size = unsignedShort(file.getShort());
        this.at = new int[size];
        this.methods = new boolean[size];
    }

    /** A method that ends the program, such as {@code java/lang/System.exit}, if the class calls one. */
    static Optional<String> in(byte[] classFile) throws IOException {
        try {
            ExitCalls pool = new ExitCalls(ByteBuffer.wrap(classFile));
            for (int i = 1; i < pool.at.length; i++) {
                i += pool.read(i);
            }
            return pool.find();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("the class file is damaged", e);
        }
    }

    /** Reads an entry; returns how many indexes more than one it takes. */
    private int read(int index) throws IOException {
        int tag = file.get();
        at[index] = file.position();
        methods[index] = tag == 10;
        int bytes = switch (tag) {
            case UTF8 -> Short.BYTES + unsignedShort(file.getShort(file.position()));
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IOException("the class file has a constant of the unknown kind " + tag);
        };
        file.position(file.position() + bytes);
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    private Optional<String> find() {
        for (int i = 1; i < methods.length; i++) {
            if (methods[i]) {
                int nameAndType = reference(at[i] + Short.BYTES);
                int name = reference(at[nameAndType]);
                if (length(name) == "exit".length()) {
                    String method = text(reference(at[reference(at[i])])) + "." + text(name);
                    if (EXITS.contains(method)) {
                        return Optional.of(method);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private int reference(int place) {
        return unsignedShort(file.getShort(place));
    }

    private int length(int text) {
        return unsignedShort(file.getShort(at[text]));
    }

    private String text(int index) {
        byte[] bytes = new byte[length(index)];
        file.get(at[index] + Short.BYTES, bytes);
        return new String(bytes, ISO_8859_1);
    }

    private static int unsignedShort(short value) {
        return value & 0xffff;
    }
}

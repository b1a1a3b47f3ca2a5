package wormhole.engine.plugin;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds calls in a class file that would end the program: those of its constant pool (JVM specification, 4.4). */
final class ExitCalls {
    private static final Set<String> EXITS =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

    /** The texts by their index. */
    private final @Nullable String[] texts;
    /** Of a class and of a name with its type, where the name is; of a method, where both are: upper and lower half. */
    private final int[] references;

    private final boolean[] methods;

    private ExitCalls(int size) {
        texts = new String[size];
        references = new int[size];
        methods = new boolean[size];
    }

    /** A method that ends the program, such as {@code java/lang/System.exit}, if the class calls one. */
    static Optional<String> in(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(classFile);
        in.skipNBytes(8); // magic number and version
        ExitCalls pool = new ExitCalls(in.readUnsignedShort());
        for (int i = 1; i < pool.texts.length; i++) {
            i += pool.read(in, i);
        }
        return pool.find();
    }

    /** Reads an entry; returns how many indexes more than one it takes. */
    private int read(DataInputStream in, int index) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 1 -> texts[index] = in.readUTF();
            case 7 -> references[index] = in.readUnsignedShort();
            case 12 -> references[index] = in.readInt() >>> 16;
            case 10 -> {
                references[index] = in.readInt();
                methods[index] = true;
            }
            case 8, 16, 19, 20 -> in.skipNBytes(2);
            case 15 -> in.skipNBytes(3);
            case 3, 4, 9, 11, 17, 18 -> in.skipNBytes(4);
            case 5, 6 -> in.skipNBytes(8);
            default -> throw new IOException("the class file has a constant of the unknown kind " + tag);
        }
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    private Optional<String> find() {
        for (int i = 0; i < methods.length; i++) {
            if (methods[i]) {
                String method =
                        texts[references[references[i] >>> 16]] + "." + texts[references[references[i] & 0xffff]];
                if (EXITS.contains(method)) {
                    return Optional.of(method);
                }
            }
        }
        return Optional.empty();
    }
}

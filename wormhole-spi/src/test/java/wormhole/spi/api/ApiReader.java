package wormhole.spi.api;

import java.util.ArrayList;
import java.util.List;
import javassist.bytecode.AttributeInfo;
import javassist.bytecode.ClassFile;
import javassist.bytecode.ConstPool;
import javassist.bytecode.DuplicateMemberException;
import javassist.bytecode.ExceptionsAttribute;
import javassist.bytecode.FieldInfo;
import javassist.bytecode.InnerClassesAttribute;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.SignatureAttribute;

/** Makes class files of what {@link ApiWriter} wrote: they have no code, but all that an API consists of. */
final class ApiReader {
    private final List<ClassFile> types = new ArrayList<>();

    private ApiReader() {}

    static List<ClassFile> read(String text) {
        ApiReader reader = new ApiReader();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(reader::line);
        return reader.types;
    }

    private void line(String line) {
        String[] words = line.strip().split(" ", -1);
        try {
            switch (words[0]) {
                case "type" -> types.add(type(words));
                case "field" -> last().addField(field(words));
                case "method" -> last().addMethod(method(words));
                default -> throw new IllegalArgumentException("what is this? " + line);
            }
        } catch (DuplicateMemberException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("what is this? " + line, e);
        }
    }

    private ClassFile last() {
        return types.get(types.size() - 1);
    }

    private static ClassFile type(String[] words) {
        int flags = Flags.parse(words[1]);
        String name = words[2];
        ClassFile type = new ClassFile(words[1].contains("interface"), name, words[4]);
        type.setAccessFlags(flags);
        for (int i = 5; i < words.length; i += 2) {
            if (words[i].equals("implements")) {
                type.setInterfaces(words[i + 1].split(",", -1));
            }
        }
        addGeneric(words, type.getConstPool(), type::addAttribute);
        int nesting = name.lastIndexOf('$');
        if (nesting > 0) {
            InnerClassesAttribute nested = new InnerClassesAttribute(type.getConstPool());
            nested.append(name, name.substring(0, nesting), name.substring(nesting + 1), flags);
            type.addAttribute(nested);
        }
        return type;
    }

    private FieldInfo field(String[] words) {
        ConstPool pool = last().getConstPool();
        FieldInfo field = new FieldInfo(pool, words[2], words[3]);
        field.setAccessFlags(Flags.parse(words[1]));
        addGeneric(words, pool, field::addAttribute);
        return field;
    }

    private MethodInfo method(String[] words) {
        ConstPool pool = last().getConstPool();
        MethodInfo method = new MethodInfo(pool, words[2], words[3]);
        method.setAccessFlags(Flags.parse(words[1]));
        for (int i = 4; i < words.length; i += 2) {
            if (words[i].equals("throws")) {
                ExceptionsAttribute thrown = new ExceptionsAttribute(pool);
                thrown.setExceptions(words[i + 1].split(",", -1));
                method.setExceptionsAttribute(thrown);
            }
        }
        addGeneric(words, pool, method::addAttribute);
        return method;
    }

    /** Takes an attribute. */
    private interface Attributes {
        void add(AttributeInfo attribute);
    }

    private static void addGeneric(String[] words, ConstPool pool, Attributes attributes) {
        if (words[words.length - 2].equals("generic")) {
            attributes.add(new SignatureAttribute(pool, words[words.length - 1]));
        }
    }
}

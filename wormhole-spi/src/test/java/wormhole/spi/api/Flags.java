package wormhole.spi.api;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javassist.bytecode.AccessFlag;

/** The access flags that are part of an API, as words. */
final class Flags {
    private static final Map<String, Integer> BY_WORD = new LinkedHashMap<>();

    static {
        BY_WORD.put("public", AccessFlag.PUBLIC);
        BY_WORD.put("protected", AccessFlag.PROTECTED);
        BY_WORD.put("static", AccessFlag.STATIC);
        BY_WORD.put("abstract", AccessFlag.ABSTRACT);
        BY_WORD.put("final", AccessFlag.FINAL);
        BY_WORD.put("varargs", AccessFlag.VARARGS);
        BY_WORD.put("interface", AccessFlag.INTERFACE);
        BY_WORD.put("annotation", AccessFlag.ANNOTATION);
        BY_WORD.put("enum", AccessFlag.ENUM);
    }

    private Flags() {}

    static String words(int flags) {
        return BY_WORD.entrySet().stream()
                .filter(entry -> (flags & entry.getValue()) != 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    static int parse(String words) {
        int flags = 0;
        for (String word : words.split(",", -1)) {
            Integer flag = BY_WORD.get(word);
            if (flag == null) {
                throw new IllegalArgumentException("'" + word + "' is no access flag");
            }
            flags |= flag;
        }
        return flags;
    }

    /** Whether plugins can see it, and it was written by a person. */
    static boolean isApi(int flags) {
        return (flags & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0 && (flags & AccessFlag.SYNTHETIC) == 0;
    }
}

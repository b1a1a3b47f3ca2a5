package wormhole.shell.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Collects what became of every field of the tables, and writes {@code docs/interop.md} when the last test has ended. */
final class Report implements BeforeAllCallback, AutoCloseable {
    private static final Map<Field, String> VERDICTS = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Report.class, key -> this);
    }

    /** Runs a field's test and keeps its outcome. */
    static void keep(Field field, Step check) throws IOException, InterruptedException {
        VERDICTS.put(field, "**failed**");
        check.run();
        VERDICTS.put(field, "ok");
    }

    /** Writes the document, unless only a part of the suite was run. */
    @Override
    public void close() throws IOException {
        List<Field> fields = Stream.of(Matrix.fields(), Mishap.fields(), KeyErrand.fields())
                .flatMap(List::stream)
                .toList();
        boolean whole = fields.stream().filter(Field::supported).allMatch(VERDICTS::containsKey);
        Path file = whole ? Bench.ROOT.resolve("docs/interop.md") : Bench.WORK.resolve("partial.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, new Document(VERDICTS, fields).text());
    }
}

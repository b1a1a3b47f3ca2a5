package wormhole.shell.interop;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The report as Markdown. The same outcomes give the same text: no times, no order of events. */
final class Document {
    private static final String FOREWORD = """
            # The other implementations

            This page is written by the interop suite (`.ci/interop`), which moves real content between the built
            program and the other implementations and compares what arrives: bytes, names, modes, exit codes.
            "Their servers" are the Python mailbox server %s and transit relay %s; "our server" is
            `wormhole server`. A dash marks what the other one cannot do. Numbers point to the notes at the end.
            """;

    private final Map<Field, String> verdicts;
    private final Set<Quirk> used = EnumSet.noneOf(Quirk.class);
    private final StringBuilder text = new StringBuilder();

    Document(Map<Field, String> verdicts, List<Field> fields) {
        this.verdicts = verdicts;
        fields.forEach(field -> used.addAll(field.quirks()));
        text.append(FOREWORD.formatted(Bench.version("MAILBOX_SERVER"), Bench.version("TRANSIT_RELAY")));
        Map<String, List<Field>> tables = new LinkedHashMap<>();
        fields.forEach(field -> tables.computeIfAbsent(field.table(), title -> new ArrayList<>())
                .add(field));
        tables.forEach(this::table);
        notes();
    }

    String text() {
        return text.toString();
    }

    private void table(String title, List<Field> fields) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Field field : fields) {
            columns.add(field.column());
            rows.computeIfAbsent(field.row(), row -> new LinkedHashMap<>()).put(field.column(), cell(field));
        }
        text.append("\n## ").append(title).append("\n\n| |");
        columns.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        rows.forEach((row, cells) -> row(row, columns, cells));
    }

    private void row(String title, Set<String> columns, Map<String, String> cells) {
        text.append("| ").append(title).append(" |");
        columns.forEach(column ->
                text.append(' ').append(cells.getOrDefault(column, "")).append(" |"));
        text.append('\n');
    }

    private String cell(Field field) {
        StringBuilder cell = new StringBuilder(field.supported() ? verdicts.getOrDefault(field, "not run") : "–");
        for (Quirk quirk : field.quirks()) {
            if (field.supported() || quirk.isMissingAbility()) {
                cell.append(' ').append(number(quirk));
            }
        }
        return cell.toString();
    }

    private int number(Quirk quirk) {
        return new ArrayList<>(used).indexOf(quirk) + 1;
    }

    private void notes() {
        text.append("\n## Notes\n\n");
        used.forEach(quirk -> text.append("%d. %s%n".formatted(number(quirk), quirk.explanation())));
    }
}

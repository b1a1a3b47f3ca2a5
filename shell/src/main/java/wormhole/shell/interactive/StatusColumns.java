package wormhole.shell.interactive;

import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import wormhole.shell.console.ProgressParts;

/**
 * The columns in which jobs say how far they are, for the eye to compare.
 *
 * @param shown which there are
 * @param jobs those whose parts make them as wide as they are
 */
record StatusColumns(List<Column> shown, List<ProgressParts> jobs) {
    /** From left to right. */
    enum Column {
        WHAT,
        BAR,
        SHARE,
        TOTAL,
        RATE,
        LEFT;

        private String of(ProgressParts job) {
            return switch (this) {
                case WHAT -> job.what();
                case BAR -> job.bar();
                case SHARE -> job.share();
                case TOTAL -> job.total();
                case RATE -> job.rate();
                case LEFT -> job.left();
            };
        }

        private boolean isNumber() {
            return this == SHARE || this == RATE || this == LEFT;
        }

        private boolean hasCommaBefore() {
            return this == RATE || this == LEFT;
        }
    }

    /** All columns. */
    static StatusColumns of(List<ProgressParts> jobs) {
        return new StatusColumns(List.of(Column.values()), jobs);
    }

    /** Without as many of these, the first one first, as it takes to be no wider than that; perhaps without all. */
    StatusColumns narrowed(int width, List<Column> lessImportant) {
        StatusColumns narrower = this;
        for (int i = 0; i < lessImportant.size() && narrower.width() > width; i++) {
            Column column = lessImportant.get(i);
            narrower = new StatusColumns(
                    narrower.shown.stream().filter(kept -> kept != column).toList(), jobs);
        }
        return narrower;
    }

    /** That of the widest line. */
    int width() {
        return jobs.stream()
                .map(this::line)
                .mapToInt(StatusColumns::width)
                .max()
                .orElse(0);
    }

    /** What stands there for one of the jobs. */
    String line(ProgressParts job) {
        return shown.stream()
                .map(column -> aligned(column, job))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "))
                .stripTrailing();
    }

    private String aligned(Column column, ProgressParts job) {
        String part = part(column, job);
        int widest = jobs.stream()
                .mapToInt(other -> width(part(column, other)))
                .max()
                .orElse(0);
        String gap = " ".repeat(Math.max(0, widest - width(part)));
        return column.isNumber() ? gap + part : part + gap;
    }

    /** With the comma behind it: numbers are set off from that. */
    private String part(Column column, ProgressParts job) {
        int next = shown.indexOf(column) + 1;
        boolean comma = next < shown.size()
                && shown.get(next).hasCommaBefore()
                && !shown.get(next).of(job).isEmpty();
        return column.of(job) + (comma ? "," : "");
    }

    /** In columns of the terminal: some letters have two, some none. */
    static int width(String text) {
        return new AttributedString(text).columnLength();
    }
}

package wormhole.shell.interactive;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** Remembers lines, but no codes: they are secrets for as long as nobody has used them. */
final class CodelessHistory extends DefaultHistory {
    private final TypedCode codes;

    CodelessHistory(TypedCode codes) {
        this.codes = codes;
    }

    @Override
    public void add(Instant time, String text) {
        PastedLines.of(text).forEach(line -> addLine(time, line));
    }

    private void addLine(Instant time, String line) {
        String kept = line.isBlank() ? "" : codes.hidden(line);
        if (!kept.isEmpty()) {
            super.add(time, kept);
        }
    }
}

package wormhole.shell.interactive;

import java.util.List;
import org.jline.utils.AttributedString;
import wormhole.shell.console.ProgressParts;
import wormhole.shell.interactive.StatusColumns.Column;

/**
 * A line of the status area, safe to show.
 *
 * @param title what it is about, which is shortened where there is little room
 * @param state how that is; may be empty
 */
record StatusLine(String title, ProgressParts state) {
    private static final String BETWEEN = " \u00b7 ";
    private static final String CUT = "\u2026";
    /** So much of a title is worth more than how fast something is and how long it takes still. */
    private static final int GOOD_TITLE = 24;
    /** Less would not tell one job from another. */
    private static final int LEAST_TITLE = 4;

    /** A line that is about nothing else. */
    static StatusLine note(String text) {
        return new StatusLine(text, ProgressParts.NONE);
    }

    /**
     * Lines as they fit into so many columns as far as possible. How far things are comes before what was typed, and that
     * before how fast they are; all of it stands in columns, to be compared.
     */
    static List<String> fitting(List<StatusLine> lines, int columns) {
        List<StatusLine> told =
                lines.stream().filter(line -> !line.state.isEmpty()).toList();
        int longestTitle = told.stream()
                .mapToInt(line -> StatusColumns.width(line.title))
                .max()
                .orElse(0);
        int room = columns - BETWEEN.length();
        StatusColumns states = StatusColumns.of(told.stream()
                        .map(StatusLine::state)
                        .filter(ProgressParts::hasBar)
                        .toList())
                .narrowed(room - Math.min(longestTitle, GOOD_TITLE), List.of(Column.LEFT, Column.RATE))
                .narrowed(room - Math.min(longestTitle, LEAST_TITLE), List.of(Column.WHAT, Column.BAR));
        int longestState = told.stream()
                .mapToInt(line -> StatusColumns.width(line.stateIn(states)))
                .max()
                .orElse(0);
        int titles = Math.min(longestTitle, Math.max(LEAST_TITLE, room - longestState));
        return lines.stream().map(line -> line.text(titles, states)).toList();
    }

    private String text(int titleColumns, StatusColumns states) {
        return state.isEmpty() ? title : titleIn(titleColumns) + BETWEEN + stateIn(states);
    }

    private String stateIn(StatusColumns states) {
        return state.hasBar() ? states.line(state) : state.text();
    }

    private String titleIn(int columns) {
        AttributedString whole = new AttributedString(title);
        String shown = whole.columnLength() <= columns
                ? title
                : whole.columnSubSequence(0, columns - StatusColumns.width(CUT)) + CUT;
        return shown + " ".repeat(Math.max(0, columns - StatusColumns.width(shown)));
    }
}

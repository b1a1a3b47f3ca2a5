package wormhole.shell.interactive;

import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/**
 * A line of the status area, safe to show.
 *
 * @param title what it is about, which is shortened where there is little room
 * @param state how that is, the most important first, between commas; may be empty
 */
record StatusLine(String title, String state) {
    private static final String BETWEEN = " \u00b7 ";
    private static final String COMMA = ", ";
    private static final String CUT = "\u2026";
    /** So much of a title is worth more than how fast something is and how long it takes still. */
    private static final int GOOD_TITLE = 24;
    /** Less would not tell one job from another. */
    private static final int LEAST_TITLE = 4;

    /** A line that is about nothing else. */
    static StatusLine note(String text) {
        return new StatusLine(text, "");
    }

    /**
     * Lines as they fit into so many columns as far as possible: what changes is worth more than what was typed. How things are
     * stands in one column, to be compared.
     */
    static List<String> fitting(List<StatusLine> lines, int columns) {
        List<StatusLine> told =
                lines.stream().filter(line -> !line.state.isEmpty()).toList();
        int room = columns - BETWEEN.length();
        int longestTitle = longest(told.stream().map(StatusLine::title));
        int roomForStates = room - Math.min(longestTitle, GOOD_TITLE);
        int longestState = longest(told.stream().map(line -> line.stateIn(roomForStates)));
        int titles = Math.min(longestTitle, Math.max(LEAST_TITLE, room - longestState));
        return lines.stream().map(line -> line.with(titles, roomForStates)).toList();
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(StatusLine::width).max().orElse(0);
    }

    private String with(int titleColumns, int stateColumns) {
        return state.isEmpty() ? title : titleIn(titleColumns) + BETWEEN + stateIn(stateColumns);
    }

    /** Parts are left out from the end on. */
    private String stateIn(int columns) {
        String shown = state;
        while (width(shown) > columns && shown.contains(COMMA)) {
            shown = shown.substring(0, shown.lastIndexOf(COMMA));
        }
        return shown;
    }

    private String titleIn(int columns) {
        AttributedString whole = new AttributedString(title);
        String shown = whole.columnLength() <= columns ? title : whole.columnSubSequence(0, columns - width(CUT)) + CUT;
        return shown + " ".repeat(Math.max(0, columns - width(shown)));
    }

    /** In columns: some letters have two, some none. */
    private static int width(String text) {
        return new AttributedString(text).columnLength();
    }
}

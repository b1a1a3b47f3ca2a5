package wormhole.shell.interactive;

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

    /** As it fits into so many columns as far as possible: what changes is worth more than what was typed. */
    String fitting(int columns) {
        if (state.isEmpty()) {
            return title;
        }
        int room = columns - BETWEEN.length();
        String how = stateIn(room - Math.min(title.length(), GOOD_TITLE));
        return titleIn(Math.max(LEAST_TITLE, room - how.length())) + BETWEEN + how;
    }

    /** Parts are left out from the end on. */
    private String stateIn(int columns) {
        String shown = state;
        while (shown.length() > columns && shown.contains(COMMA)) {
            shown = shown.substring(0, shown.lastIndexOf(COMMA));
        }
        return shown;
    }

    private String titleIn(int columns) {
        return title.length() <= columns ? title : title.substring(0, columns - CUT.length()) + CUT;
    }
}

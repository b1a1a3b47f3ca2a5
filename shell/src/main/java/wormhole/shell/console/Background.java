package wormhole.shell.console;

import java.util.Map;

/** How a terminal looks behind its text. */
public enum Background {
    DARK,
    LIGHT;

    private static final int LIGHT_GREY = 7;
    private static final int DARK_GREY = 8;

    /** As COLORFGBG tells, which some terminals set to the numbers of their colours; dark is usual. */
    public static Background of(Map<String, String> environment) {
        String colours = environment.getOrDefault("COLORFGBG", "");
        String behind = colours.substring(colours.lastIndexOf(';') + 1);
        if (!behind.matches("[0-9]{1,2}")) {
            return DARK;
        }
        int colour = Integer.parseInt(behind);
        return colour == LIGHT_GREY || colour > DARK_GREY ? LIGHT : DARK;
    }
}

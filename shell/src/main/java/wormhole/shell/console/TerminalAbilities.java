package wormhole.shell.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wormhole.spi.Event;
import wormhole.spi.text.Printable;

/**
 * What the person's terminal can do with what is told, besides showing it. Everything from outside is made harmless first.
 *
 * @param sequences whether it understands control sequences, or at least leaves out those it does not know
 * @param tmux whether it is one inside tmux
 * @param style how text stands out there
 */
public record TerminalAbilities(boolean sequences, boolean tmux, Style style) {
    /** A file, a pipe, or a terminal of which nothing is known. */
    public static final TerminalAbilities NONE = new TerminalAbilities(false, false, Style.PLAIN);

    /** They show what they do not understand. */
    private static final Set<String> PLAIN = Set.of("", "dumb", "unknown", "linux", "vt52");

    private static final Set<String> COLOURLESS = Set.of("", "dumb", "unknown", "vt52");

    private static final String ESCAPE = "\u001b";
    private static final String COMMAND = ESCAPE + "]";
    private static final String END = ESCAPE + "\\";

    /**
     * Those of the terminal that the environment tells of.
     *
     * @param colours whether there may be some
     */
    public static TerminalAbilities of(Map<String, String> environment, boolean colours) {
        boolean sequences = !PLAIN.contains(environment.getOrDefault("TERM", ""));
        boolean tmux = !environment.getOrDefault("TMUX", "").isEmpty();
        return new TerminalAbilities(sequences, tmux, new Style(colours && knowsColours(environment)));
    }

    private static boolean knowsColours(Map<String, String> environment) {
        return !COLOURLESS.contains(environment.getOrDefault("TERM", ""));
    }

    /** What is written for an event; empty for nothing. */
    public String shown(Event event) {
        String text = Printable.lines(event.text());
        return switch (event.name()) {
            case "code" -> withLink(text, field(event, "code"), field(event, "uri"));
            case "copy" -> copied(field(event, "text"));
            default -> text;
        };
    }

    private static String field(Event event, String name) {
        return String.valueOf(event.fields().getOrDefault(name, ""));
    }

    /** The code stands out, and is a link (OSC 8), wherever it ends a line. */
    private String withLink(String text, String code, String uri) {
        String shown = Printable.line(code);
        if (shown.isEmpty()) {
            return text;
        }
        String link = style.code(linked(shown, uri));
        return Pattern.compile("(?<= )" + Pattern.quote(shown) + "$", Pattern.MULTILINE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(link));
    }

    /** A link is always plain ASCII; otherwise it is none of ours. */
    private String linked(String shown, String uri) {
        return sequences && uri.matches("[!-~]+") ? COMMAND + "8;;" + uri + END + shown + COMMAND + "8;;" + END : shown;
    }

    /** Has the terminal copy a text (OSC 52). tmux may do that itself, or hand it on to its own terminal, as it is set up. */
    private String copied(String text) {
        if (!sequences) {
            return "The code was not copied: there is no terminal here that could do it.";
        }
        String copy = COMMAND
                + "52;c;"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "\u0007";
        String handedOn = tmux ? ESCAPE + "Ptmux;" + copy.replace(ESCAPE, ESCAPE + ESCAPE) + END : "";
        return copy + handedOn + "The terminal was asked to copy the code.";
    }
}

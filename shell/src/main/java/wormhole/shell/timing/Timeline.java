package wormhole.shell.timing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wormhole.spi.text.Printable;

/** Draws recordings, one above the other on one scale, as a page that needs nothing else. */
final class Timeline {
    private static final int WIDTH = 1000;
    private static final int LABELS = 230;
    private static final int ROW = 22;
    private static final int HEAD = 46;
    private static final double LEAST_BAR = 3;
    private static final int MOST_TICKS = 12;
    /** Beyond this there is no room for words on the right of a mark. */
    private static final double WORDS_END = 0.7;

    private final StringBuilder svg = new StringBuilder();
    private final List<Recording> recordings;
    private final long began;
    private final double seconds;
    private int y;

    private Timeline(List<Recording> recordings) {
        this.recordings = recordings;
        this.began = recordings.stream().mapToLong(Recording::began).min().orElse(0);
        this.seconds =
                Math.max(0.001, recordings.stream().mapToDouble(this::end).max().orElse(1));
    }

    private double end(Recording recording) {
        double last =
                recording.moments().stream().mapToDouble(Moment::stop).max().orElse(0);
        return offset(recording) + last;
    }

    private double offset(Recording recording) {
        return (recording.began() - began) / 1000.0;
    }

    static String page(List<Recording> recordings) {
        return new Timeline(List.copyOf(recordings)).draw();
    }

    private String draw() {
        recordings.forEach(this::lane);
        int height = y + HEAD;
        List<String> lines = new ArrayList<>();
        lines.add("<!DOCTYPE html>");
        lines.add("<html lang=\"en\"><head><meta charset=\"utf-8\"><title>wormhole timeline</title><style>");
        lines.add("body{font:14px system-ui,sans-serif;margin:2em;color:#222;background:#fff}");
        lines.add(
                "text{font-size:12px;fill:#222}.head{font-weight:bold;font-size:14px}.detail{font-size:11px}.tick{stroke:#ddd}");
        lines.add(".bar{fill:#4a7fb5}.wait{fill:#c98b2b}.mark{fill:#8a4ab5}");
        lines.add("@media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}text{fill:#ddd}");
        lines.add(".tick{stroke:#444}}</style></head><body><h1>Where the time went</h1>");
        lines.add("<svg viewBox=\"0 0 " + (LABELS + WIDTH + 20) + " " + height + "\" width=\"100%\">");
        lines.add(ticks(height));
        lines.add(svg + "</svg></body></html>");
        return String.join("\n", lines) + "\n";
    }

    private String ticks(int height) {
        StringBuilder ticks = new StringBuilder();
        double step = step(seconds / MOST_TICKS);
        for (int i = 0; i * step <= seconds; i++) {
            double at = i * step;
            ticks.append(format(
                            "<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>",
                            x(at), x(at), height - 18))
                    .append(format(
                            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s s</text>%n",
                            x(at), height - 4, number(at)));
        }
        return ticks.toString();
    }

    /** The next number that people like to count by: 1, 2 or 5 with zeros. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : List.of(1.0, 2.0, 5.0)) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        return new BigDecimal(format("%.4f", value)).stripTrailingZeros().toPlainString();
    }

    private void lane(Recording recording) {
        svg.append(format("<text class=\"head\" x=\"4\" y=\"%d\">%s</text>%n", y + 26, escaped(recording.command())));
        y += HEAD;
        for (Moment moment : recording.moments()) {
            row(moment, offset(recording));
            y += ROW;
        }
    }

    private void row(Moment moment, double offset) {
        double from = x(offset + moment.start());
        double width = Math.max(LEAST_BAR, x(offset + moment.stop()) - from);
        svg.append(format("<text x=\"14\" y=\"%d\">%s</text>", y + 14, escaped(moment.name())))
                .append(format(
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"2\"><title>%s</title></rect>%n",
                        kind(moment), from, y + 2, width, escaped(tip(moment))))
                .append(words(moment, from, from + width));
    }

    /** The detail, beside what happened. */
    private String words(Moment moment, double from, double to) {
        if (moment.detail().isEmpty()) {
            return "";
        }
        boolean right = to < LABELS + WIDTH * WORDS_END;
        return format(
                "<text class=\"detail\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                right ? to + 8 : from - 8, y + 13, right ? "start" : "end", escaped(moment.detail()));
    }

    private static String kind(Moment moment) {
        if (moment.name().equals("question")) {
            return "wait";
        }
        return moment.stop() > moment.start() ? "bar" : "mark";
    }

    private static String tip(Moment moment) {
        String detail = moment.detail().isEmpty() ? "" : ": " + moment.detail();
        return format("%s%s, %.3f s to %.3f s", moment.name(), detail, moment.start(), moment.stop());
    }

    private double x(double at) {
        return LABELS + WIDTH * at / seconds;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escaped(String text) {
        return Printable.line(text).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

package wormhole.shell;

import java.io.PrintStream;
import wormhole.shell.console.Style;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** Says what went wrong: one line, one more with the cure. */
final class ErrorReport {
    private static final int MAX_CAUSES = 10;

    private final PrintStream error;
    private final Style style;
    private final boolean verbose;

    ErrorReport(PrintStream error, Style style, boolean verbose) {
        this.error = error;
        this.style = style;
        this.verbose = verbose;
    }

    void show(WormholeException failure) {
        error.println(style.alarm("wormhole:") + " " + Printable.line(failure.messageText()));
        failure.hint().ifPresent(hint -> error.println(Printable.line(hint)));
        if (verbose) {
            showCauses(failure);
        }
        error.flush();
    }

    private void showCauses(WormholeException failure) {
        error.println("  error " + failure.code());
        Throwable cause = failure.getCause();
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            error.println("  caused by " + Printable.line(cause.toString()));
            cause = cause.getCause();
        }
    }
}

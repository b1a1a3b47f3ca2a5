package wormhole.shell.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A window of a real terminal with one program in it: keys go in, and what a person would see comes out. */
final class Terminal implements AutoCloseable {
    /** For programs that may have to start on a busy machine. */
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    private static final int TABS = 8;
    private static final long TAB_NANOS = 5_000_000_000L;
    private static final long LOOK_MILLIS = 25;

    private final Tmux tmux;
    private final Path status;

    /**
     * A terminal whose window is open.
     *
     * @param status appears with the program's exit status
     */
    Terminal(Tmux tmux, Path status) {
        this.tmux = tmux;
        this.status = status;
    }

    /** Types a text, key by key. */
    Terminal types(String text) throws IOException {
        tmux.run("send-keys", "-l", "--", text);
        return this;
    }

    /** Presses keys by the names that tmux has for them: {@code Tab}, {@code C-c}, {@code Up}. */
    Terminal presses(String... keys) throws IOException {
        for (String key : keys) {
            tmux.run("send-keys", key);
        }
        return this;
    }

    /** Types a line and Enter. */
    Terminal enters(String line) throws IOException {
        return types(line).presses("Enter");
    }

    /** Pastes a text, as a terminal does for programs that want to know what was pasted. */
    Terminal pastes(String text) throws IOException {
        tmux.run("set-buffer", "--", text);
        tmux.run("paste-buffer", "-p", "-r");
        return this;
    }

    Terminal resizes(int columns, int lines) throws IOException {
        tmux.run("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(lines));
        return this;
    }

    /** Closes the program's window, as a person who has forgotten that it is at work. */
    void closesWindow() throws IOException {
        tmux.run("respawn-pane", "-k", "true");
    }

    /** What can be seen now, without colours. */
    Screen screen() throws IOException {
        return new Screen(tmux.run("capture-pane", "-p"));
    }

    /** What can be seen now and what has moved out at the top, in its colours, with lines that were wrapped in one. */
    String inColours() throws IOException {
        return tmux.run("capture-pane", "-p", "-e", "-J", "-S", "-");
    }

    /** From now on keeps what the program writes, as it is. */
    Terminal records() throws IOException {
        tmux.run("pipe-pane", "cat > recorded");
        return this;
    }

    /** What the program has written since. */
    String recorded() throws IOException {
        return Files.readString(status.resolveSibling("recorded"));
    }

    /** What was copied here with OSC 52. */
    String clipboard() throws IOException {
        return tmux.run("show-buffer");
    }

    /** Waits until a text can be seen. */
    Terminal sees(String text) throws IOException {
        return awaits("'" + text + "'", screen -> screen.text().contains(text));
    }

    /** Waits until a line can be seen that is just so. */
    Terminal seesLine(String line) throws IOException {
        return awaits("the line '" + line + "'", screen -> screen.lines().contains(line));
    }

    /** Waits until the last prompt stands there with this behind it, and the cursor at its end. */
    Terminal seesTyped(String typed) throws IOException {
        return awaits(
                "the prompt with '" + typed + "'", screen -> screen.typed().equals(typed));
    }

    /** Presses Tab until a text can be seen, as people do whom a busy server does not answer at once. */
    Terminal completes(String text) throws IOException {
        Predicate<Screen> wanted = screen -> screen.text().contains(text);
        for (int tries = 0; tries < TABS; tries++) {
            presses("Tab");
            if (comes(wanted, TAB_NANOS)) {
                return this;
            }
        }
        throw new AssertionError("Tab never led to '" + text + "' but\n" + screen().text());
    }

    /** Waits until the screen is as it should be. */
    Terminal awaits(String what, Predicate<Screen> wanted) throws IOException {
        if (!comes(wanted, PATIENCE_NANOS)) {
            throw new AssertionError("never saw " + what + " but\n" + screen().text());
        }
        return this;
    }

    private boolean comes(Predicate<Screen> wanted, long nanos) throws IOException {
        long end = System.nanoTime() + nanos;
        while (!wanted.test(screen())) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for the program's end and gives its exit status. */
    int status() throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(status)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it does not end:\n" + screen().text());
            }
            pause();
        }
        return Integer.parseInt(Files.readString(status).strip());
    }

    @Override
    public void close() throws IOException {
        tmux.close();
    }
}

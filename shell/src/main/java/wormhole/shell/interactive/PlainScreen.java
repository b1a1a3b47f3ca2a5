package wormhole.shell.interactive;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;

/** A pipe for a keyboard: no prompt, no status, plain lines. Who writes into it does not see what is asked. */
final class PlainScreen implements Screen {
    private final BufferedReader input;
    private final UserInterface ui;

    /**
     * A pipe.
     *
     * @param ui that of the whole shell
     */
    PlainScreen(InputStream input, UserInterface ui) {
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        this.ui = ui;
    }

    @Override
    public Typed readLine(String prompt) {
        try {
            String line = input.readLine();
            return line == null ? new Typed(Typed.Kind.END, "") : Typed.line(line);
        } catch (IOException e) {
            print("wormhole: cannot read commands: " + e.getMessage());
            return new Typed(Typed.Kind.END, "");
        }
    }

    /** Nobody answers: the next line is the next command. */
    @Override
    public Typed readAnswer(String prompt) {
        return new Typed(Typed.Kind.END, "");
    }

    @Override
    public Typed readCode(String prompt) {
        return readAnswer(prompt);
    }

    @Override
    public void print(String text) {
        ui.tell(Event.note(text).at(Event.Level.WARNING));
    }

    /** What was asked for is not marked: it may be for a program. */
    @Override
    public OutputStream output(String mark) {
        return new FilterOutputStream(ui.output()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    @Override
    public void status(List<StatusLine> lines) {
        // There is no place that could be written over.
    }

    @Override
    public void onInterrupt(Runnable action) {
        // Ctrl-C ends the whole program, as in every pipe.
    }

    @Override
    public void keepInterrupt() {
        // There is none.
    }

    @Override
    public boolean isTerminal() {
        return false;
    }
}

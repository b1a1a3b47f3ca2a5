package wormhole.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import wormhole.spi.OptionValues;
import wormhole.spi.WormholeException;

/** A shell at a terminal in memory: keys go in, what was written comes out. */
final class TypedShell implements AutoCloseable {
    static final String CTRL_D = "\u0004";

    private static final long PATIENCE_SECONDS = 20;

    private final PipedOutputStream keys = new PipedOutputStream();
    private final Written written = new Written();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private int seen;

    private final DumbTerminal terminal;

    private TypedShell() throws IOException {
        terminal =
                new DumbTerminal("test", "dumb", new PipedInputStream(keys, 1 << 16), written, StandardCharsets.UTF_8);
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(Attributes.ControlChar.VEOF, CTRL_D.charAt(0));
        terminal.setAttributes(attributes);
    }

    static TypedShell in(Path folder) throws IOException, WormholeException {
        TypedShell shell = new TypedShell();
        ShellSession session = ShellSession.of(
                (more, look) -> TestHost.with(more, folder),
                OptionValues.of(Map.of(), folder),
                new ShellHost.Look(true, false));
        var unused = shell.thread.submit(() -> {
            try {
                new TerminalSession(session, shell.terminal, folder).run(false, () -> false);
                shell.end.complete("left");
            } catch (Exception | Error e) {
                shell.end.completeExceptionally(e);
            }
        });
        shell.sees("wormhole> ");
        return shell;
    }

    TypedShell types(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    /** Types a line. */
    TypedShell enters(String line) throws IOException {
        return types(line + "\r");
    }

    /** Ctrl-C, as the system tells of it. */
    TypedShell interrupts() {
        terminal.raise(Terminal.Signal.INT);
        return this;
    }

    /** Waits until a text is written after what was seen last. */
    TypedShell sees(String text) {
        seen = written.await(text, seen);
        return this;
    }

    /** Waits for the end. */
    void leaves() throws Exception {
        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("left");
    }

    boolean isHere() {
        return !end.isDone();
    }

    String all() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        keys.close();
        thread.shutdownNow();
        // Until then it may write its history into a folder that is to be deleted.
        try {
            assertThat(thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static final class Written extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            notifyAll();
        }

        synchronized int await(String text, int from) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            try {
                while (true) {
                    String all = toString(StandardCharsets.UTF_8);
                    int found = all.indexOf(text, from);
                    if (found >= 0) {
                        return found + text.length();
                    }
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0) {
                        throw new AssertionError("no '" + text + "' in: " + all.substring(from));
                    }
                    wait(left);
                }
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }
}

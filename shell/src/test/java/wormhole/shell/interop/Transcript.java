package wormhole.shell.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process has written to one stream so far. A thread of its own reads, so that the process never waits for us. */
final class Transcript {
    private final StringBuilder text = new StringBuilder();
    private final Object changed;
    private boolean ended;

    /** Reads until the stream ends, and wakes those who wait for {@code changed}. */
    Transcript(InputStream stream, Object changed) {
        this.changed = changed;
        Thread reader = new Thread(() -> read(stream), "transcript");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream) {
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                add(buffer, count);
            }
        } catch (IOException e) {
            add("(no more could be read)".toCharArray(), 23);
        } finally {
            end();
        }
    }

    private void add(char[] buffer, int count) {
        synchronized (changed) {
            text.append(buffer, 0, count);
            changed.notifyAll();
        }
    }

    private void end() {
        synchronized (changed) {
            ended = true;
            changed.notifyAll();
        }
    }

    /** Whether nothing can follow. The caller holds the monitor. */
    boolean isEnded() {
        return ended;
    }

    /** Looks in what has been written. The caller holds the monitor. */
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(text);
    }

    /** All of it so far. */
    String text() {
        synchronized (changed) {
            return text.toString();
        }
    }
}

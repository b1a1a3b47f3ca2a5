package wormhole.shell.timing;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * Writes down when what was told, asked and moved, and passes it on. Only names and a few harmless details are kept: no code,
 * no text, no verifier.
 */
public final class TimingInterface implements UserInterface {
    /** Details that tell where time went and nothing of what was moved. */
    private static final Set<String> DETAILS = Set.of("path", "state", "reason", "kind");

    private final UserInterface target;
    private final String command;
    private final Clock clock;
    private final long began;
    private final List<Moment> moments = new ArrayList<>();

    public TimingInterface(UserInterface target, String command, Clock clock) {
        this.target = target;
        this.command = command;
        this.clock = clock;
        this.began = clock.millis();
    }

    /** Fails if nothing could be written there: better now than after a long transfer. */
    public static void checkPlace(Path file) throws WormholeException {
        Recording.checkPlace(file);
    }

    /** Writes what has been recorded. */
    public synchronized void write(Path file) throws WormholeException {
        record("end", "", now());
        new Recording(command, began, moments).write(file);
    }

    private double now() {
        return (clock.millis() - began) / 1000.0;
    }

    private synchronized void record(String name, String detail, double start) {
        moments.add(new Moment(name, detail, start, now()));
    }

    @Override
    public void tell(Event event) {
        List<String> details = new ArrayList<>();
        event.fields().forEach((field, value) -> {
            if (DETAILS.contains(field)) {
                details.add(String.valueOf(value));
            }
        });
        // The place of a received file is called path, too.
        boolean quiet = event.name().equals("received");
        record(event.name(), quiet ? "" : String.join(", ", details), now());
        target.tell(event);
    }

    @Override
    public String ask(Question question) throws WormholeException {
        double start = now();
        try {
            return target.ask(question);
        } finally {
            record("question", question.id(), start);
        }
    }

    @Override
    public Progress progress(String what, long total) {
        Progress progress = target.progress(what, total);
        double start = now();
        return new Progress() {
            @Override
            public void advance(long bytes) {
                progress.advance(bytes);
            }

            @Override
            public void close() {
                record(what, total + " bytes", start);
                progress.close();
            }
        };
    }

    @Override
    public OutputStream output() {
        return target.output();
    }
}

package wormhole.spi.testkit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** A person who answers what the test says, and remembers what they were told. May be used from any thread. */
public final class RecordingUserInterface implements UserInterface {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final Queue<String> answers = new ArrayDeque<>();
    private final AtomicLong progressed = new AtomicLong();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    /** Gives the answers to the next questions; to further ones there is nobody to answer. */
    public synchronized RecordingUserInterface answering(String... next) {
        answers.addAll(List.of(next));
        return this;
    }

    @Override
    public void tell(Event event) {
        events.add(event);
    }

    @Override
    public synchronized String ask(Question question) throws WormholeException {
        questions.add(question);
        String answer = answers.poll();
        if (answer == null) {
            throw new WormholeException(ErrorCode.NO_ANSWER, "nobody answers: " + question.text());
        }
        return answer;
    }

    @Override
    public Progress progress(String what, long total) {
        return new Progress() {
            @Override
            public void advance(long bytes) {
                progressed.addAndGet(bytes);
            }

            @Override
            public void close() {
                // Nothing is shown, so nothing ends.
            }
        };
    }

    @Override
    public OutputStream output() {
        return output;
    }

    /** What was told, in order. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The first event of a name. */
    public Event event(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event '" + name + "' in " + events));
    }

    /** What was asked, in order. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /** How many bytes all progress together has counted. */
    public long progressed() {
        return progressed.get();
    }

    /** What was written to the output. */
    public byte[] outputBytes() {
        return output.toByteArray();
    }
}

package wormhole.shell.json;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Progress;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** A program that reads events from standard output and answers questions on standard input, all in lines of JSON. */
public final class JsonInterface implements UserInterface {
    private final JsonLines lines;
    private final AnswerReader answers;

    /**
     * An interface.
     *
     * @param output standard output, raw
     * @param input standard input; not touched before there is a question
     */
    public JsonInterface(OutputStream output, InputStream input, Clock clock) {
        this.lines = new JsonLines(output, clock);
        this.answers = new AnswerReader(input);
    }

    @Override
    public void tell(Event event) {
        lines.write(event);
    }

    /** Asks until the answer is one of the choices. */
    @Override
    public String ask(Question question) throws WormholeException {
        Event event = Event.named("question")
                .with("id", question.id())
                .with("text", question.text())
                .with("choices", question.choices());
        lines.write(event);
        while (true) {
            lines.check();
            Answer answer = answers.next().orElseThrow(() -> nobody(question));
            Optional<String> wrong = answer.wrongFor(question);
            if (wrong.isEmpty()) {
                return answer.text();
            }
            lines.write(event.with("problem", wrong.get()));
        }
    }

    private static WormholeException nobody(Question question) {
        return new WormholeException(ErrorCode.NO_ANSWER, "nobody answered: " + question.text())
                .withHint("Write {\"answer\":\"...\"} and a line end to standard input, or decide by an option.");
    }

    @Override
    public Progress progress(String what, long total) {
        return new JsonProgress(lines, what, total, System::nanoTime);
    }

    /** What is written becomes {@code output} events, so that standard output holds nothing but events. */
    @Override
    public OutputStream output() {
        return new JsonOutput(lines);
    }

    /** Tells the failure that ends the program. */
    public void fail(WormholeException failure) {
        Event event = Event.named("error")
                .with("code", failure.code().name())
                .with("kind", failure.code().kind().name())
                .with("message", failure.messageText());
        lines.write(failure.hint().map(hint -> event.with("hint", hint)).orElse(event));
    }

    /** Fails if an event could not be written. */
    public void check() throws WormholeException {
        lines.check();
    }
}

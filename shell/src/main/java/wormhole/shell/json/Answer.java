package wormhole.shell.json;

import java.util.Optional;
import wormhole.engine.json.JsonTree;
import wormhole.spi.PeerValue;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;

/**
 * A line of standard input: {@code {"answer":"yes"}}, or {@code {"question":"accept","answer":"yes"}} to be sure which
 * question is answered.
 *
 * @param question whose answer it is; empty for whatever was asked
 * @param text the answer
 * @param wrong what is wrong with the line itself; empty for nothing
 */
record Answer(String question, String text, String wrong) {
    private static final int MAX_LENGTH = 1 << 20;

    static Answer parse(byte[] line) {
        try {
            PeerValue value = JsonTree.readPeer(line, "answer");
            Optional<PeerValue> question = value.optional("question");
            return new Answer(
                    question.isPresent() ? question.get().text(MAX_LENGTH) : "",
                    value.field("answer").text(MAX_LENGTH),
                    "");
        } catch (WormholeException e) {
            return new Answer("", "", "a line of standard input is no JSON object with a text as 'answer'");
        }
    }

    /** Why it can't be the answer of a question; empty if it can. */
    Optional<String> wrongFor(Question asked) {
        if (!wrong.isEmpty()) {
            return Optional.of(wrong);
        }
        if (!question.isEmpty() && !question.equals(asked.id())) {
            return Optional.of("the answer is that of another question, '" + question + "'");
        }
        if (!asked.choices().isEmpty() && !asked.choices().contains(text)) {
            return Optional.of("the answer is none of the choices");
        }
        return Optional.empty();
    }

    /** Without the text, which may be a code. */
    @Override
    public String toString() {
        return "Answer[" + question + "]";
    }
}

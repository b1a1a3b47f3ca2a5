package wormhole.spi;

import java.io.OutputStream;

/**
 * The person or program at this side: a terminal, a job of the shell, a script, a JSON stream. May be used from any thread.
 * Everything shown to people is escaped by the implementation.
 */
public interface UserInterface {
    /** Tells something: a line for people, an object for programs. */
    void tell(Event event);

    /**
     * Asks and waits for the answer; interruptible.
     *
     * @return one of the question's choices if it has any, otherwise what was typed, without the line end
     * @throws WormholeException {@link ErrorCode#NO_ANSWER} if there is nobody to answer
     */
    String ask(Question question) throws WormholeException;

    /** Asks a question whose answer is yes or no ({@link Question#yesOrNo}). */
    default boolean confirm(Question question) throws WormholeException {
        return ask(question).equals(Question.YES);
    }

    /**
     * Begins to show how far something is.
     *
     * @param what for people, such as {@code Sending}
     * @param total in bytes
     */
    Progress progress(String what, long total);

    /** Where what was asked for goes, byte by byte: standard output, or what takes its place. */
    OutputStream output();
}

package wormhole.shell.interactive;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import wormhole.shell.console.Answers;
import wormhole.spi.ErrorCode;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;

/** A question of a job that waits for its answer. */
final class PendingQuestion {
    private final Question question;
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    PendingQuestion(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    /** Whether nobody has answered yet. */
    boolean isOpen() {
        return !answer.isDone();
    }

    boolean isYesOrNo() {
        return question.choices().contains(Question.YES) && question.choices().contains(Question.NO);
    }

    /** What to do about a name that is taken already. */
    boolean isForConflict() {
        return question.id().equals("conflict");
    }

    boolean isForCode() {
        return question.id().equals("code");
    }

    /** Waits; interruptible. */
    String await() throws WormholeException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "cancelled", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WormholeException rejection) {
                throw rejection;
            }
            throw new WormholeException(ErrorCode.NO_ANSWER, "nobody is here to answer: " + question.text(), e)
                    .withHint("Decide by an option; 'help COMMAND' lists them.");
        }
    }

    /** Takes an answer, if it is one. */
    boolean take(String typed) {
        Optional<String> understood = Answers.understood(question, typed.strip());
        understood.ifPresent(answer::complete);
        return understood.isPresent();
    }

    /** The person wants nothing of what it is about. */
    void reject() {
        answer.completeExceptionally(new WormholeException(ErrorCode.REJECTED_HERE, "transfer rejected"));
    }

    /** Nobody is going to answer. */
    void giveUp() {
        answer.completeExceptionally(new IllegalStateException("the end of input"));
    }
}

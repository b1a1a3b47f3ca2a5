package wormhole.shell.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Question;
import wormhole.spi.WormholeException;

/** The commands that only the shell has. */
final class OwnCommands {
    /** The key of the argument that is a job's number. */
    static final String JOB = "job";

    static final String ANSWER = "answer";

    private static final Argument WHICH =
            Argument.optional("JOB", Argument.Kind.TEXT, "The job's number; not needed if only one can be meant.");

    private OwnCommands() {}

    static List<Command> all(Runnable leave) {
        List<Command> all = new ArrayList<>(aboutJobs());
        all.addAll(LanguageCommands.all());
        all.add(new OwnCommand(CommandSpec.named("exit", "Leave the shell").alias("quit", "bye"), call -> leave.run()));
        return all;
    }

    private static List<Command> aboutJobs() {
        return List.of(
                new OwnCommand(CommandSpec.named("jobs", "List the jobs").example("jobs"), OwnCommands::list),
                new OwnCommand(about("accept", "Answer a job's question with yes"), call -> decide(call, Question.YES)),
                new OwnCommand(about("reject", "Answer a job's question with no"), call -> decide(call, Question.NO)),
                new OwnCommand(
                        CommandSpec.named(ANSWER, "Answer a job's question with a text")
                                .taking(
                                        Argument.required("JOB", Argument.Kind.TEXT, "The job's number."),
                                        Argument.required("TEXT", Argument.Kind.TEXT, "The answer.")
                                                .repeated())
                                .example("answer 2 overwrite"),
                        OwnCommands::answer),
                new OwnCommand(
                        about("cancel", "Cancel a job, and tell its peer").alias("kill"), OwnCommands::cancel),
                OwnCommand.waiting(
                        about("wait", "Wait until a job has ended, or all but servers")
                                .describedBy("Ctrl-C ends the waiting, and the job goes on."),
                        OwnCommands::await),
                OwnCommand.waiting(
                        about("fg", "Bring a job to the front, where its questions are asked at once")
                                .describedBy("Ctrl-C cancels the job; Ctrl-D at a question goes back to the prompt."),
                        OwnCommands::bring));
    }

    private static CommandSpec about(String name, String summary) {
        return CommandSpec.named(name, summary).taking(WHICH).example(name + " 1");
    }

    private static void list(OwnCommand.Call call) {
        List<Job> jobs = call.jobs().all();
        if (jobs.isEmpty()) {
            call.screen().print("There are no jobs. 'send' and 'receive' begin some.");
        }
        jobs.forEach(job -> call.screen().print(job.mark() + job.title() + " · " + Board.how(job)));
    }

    private static void decide(OwnCommand.Call call, String answer) throws WormholeException {
        Job job = job(call, call.jobs().asking(), "asks anything");
        PendingQuestion question = question(call, job);
        if (answer.equals(Question.NO) && question.isForConflict()) {
            question.reject();
            return;
        }
        if (!question.isYesOrNo()) {
            throw new WormholeException(
                            ErrorCode.USAGE,
                            "yes or no is no answer to: " + question.question().text())
                    .withHint("Type: " + JobInterface.howToAnswer(job, question));
        }
        question.take(answer);
    }

    private static void answer(OwnCommand.Call call) throws WormholeException {
        Job job = call.jobs().named(call.options().text(JOB).orElse(""));
        PendingQuestion question = question(call, job);
        if (!question.take(String.join(" ", call.options().all("text")))) {
            throw new WormholeException(
                            ErrorCode.USAGE,
                            "that is no answer to '" + question.question().text() + "'")
                    .withHint("Answer one of "
                            + String.join(", ", question.question().choices()) + ".");
        }
    }

    private static Job job(OwnCommand.Call call, List<Job> meant, String what) throws WormholeException {
        Optional<String> typed = call.options().text(JOB);
        // Who writes into a pipe cannot see whether a question has been asked yet.
        List<Job> candidates =
                meant.isEmpty() && !call.screen().isTerminal() ? call.jobs().running() : meant;
        return call.jobs().named(typed, candidates, what);
    }

    private static PendingQuestion question(OwnCommand.Call call, Job job) throws WormholeException {
        Optional<PendingQuestion> question = job.question();
        if (question.isEmpty() && !call.screen().isTerminal()) {
            question = awaited(job);
        }
        return question.orElseThrow(
                () -> new WormholeException(ErrorCode.USAGE, "job " + job.number() + " asks nothing")
                        .withHint("'jobs' says how it is; 'cancel " + job.number() + "' ends it."));
    }

    private static Optional<PendingQuestion> awaited(Job job) throws WormholeException {
        try {
            return job.awaitQuestionOrEnd();
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    private static void cancel(OwnCommand.Call call) throws WormholeException {
        Job job = call.jobs().named(call.options().text(JOB), call.jobs().running(), "is running");
        if (!job.isAtWork()) {
            throw new WormholeException(ErrorCode.USAGE, "job " + job.number() + " has ended already");
        }
        job.cancel();
    }

    private static boolean await(OwnCommand.Call call) throws WormholeException {
        Optional<String> typed = call.options().text(JOB);
        if (typed.isPresent()) {
            Job job = call.jobs().named(typed.get());
            return call.front().await(job) && job.isDone();
        }
        // How they ended says nothing here: one that failed a moment before would not be among them.
        return call.jobs().running().stream().filter(job -> !job.isEndless()).allMatch(call.front()::await);
    }

    private static boolean bring(OwnCommand.Call call) throws WormholeException {
        Job job = call.jobs().named(call.options().text(JOB), call.jobs().running(), "is running");
        return call.front().bring(job) && job.isDone();
    }
}

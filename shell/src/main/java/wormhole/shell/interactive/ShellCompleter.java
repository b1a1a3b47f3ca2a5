package wormhole.shell.interactive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import wormhole.shell.config.ConfigCommands;
import wormhole.spi.Argument;
import wormhole.spi.Option;

/** Completes a line from the commands' own descriptions, so that a plugin's command is completed like any other. */
final class ShellCompleter implements Completer {
    private final CommandIndex index;
    private final PathCompletion paths;
    private final CodeCompletion codes;
    private final Jobs jobs;
    private final Supplier<List<String>> plugins;

    ShellCompleter(
            CommandIndex index, PathCompletion paths, CodeCompletion codes, Jobs jobs, Supplier<List<String>> plugins) {
        this.index = index;
        this.paths = paths;
        this.codes = codes;
        this.jobs = jobs;
        this.plugins = plugins;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, line.wordIndex());
        String word =
                line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
        if (before.isEmpty()) {
            addAll(index.firstWords(), candidates);
            return;
        }
        Optional<CommandIndex.Found> found = index.find(before);
        if (before.size() == 1) {
            addAll(index.secondWords(before.get(0)), candidates);
        }
        found.ifPresent(command -> complete(command, before, word, candidates));
    }

    private static void addAll(Map<String, String> words, List<Candidate> candidates) {
        words.forEach((word, what) -> candidates.add(candidate(word, what)));
    }

    private static Candidate candidate(String word, String what) {
        // The screen puts brackets around a description, even around an empty one.
        return new Candidate(word, word, null, what.isEmpty() ? null : what, null, null, true);
    }

    private void complete(CommandIndex.Found command, List<String> before, String word, List<Candidate> candidates) {
        Optional<Option> pending = command.option(before.get(before.size() - 1)).filter(CommandIndex::takesValue);
        int equals = word.indexOf('=');
        if (pending.isPresent()) {
            value(pending.get(), "", word, candidates);
        } else if (word.startsWith("--") && equals > 0) {
            command.option(word.substring(0, equals))
                    .ifPresent(option ->
                            value(option, word.substring(0, equals + 1), word.substring(equals + 1), candidates));
        } else if (word.startsWith("-")) {
            options(command, candidates);
        } else {
            argument(command, before, word, candidates);
        }
    }

    private static void options(CommandIndex.Found command, List<Candidate> candidates) {
        for (Option option : command.options()) {
            CommandIndex.spelled(option).forEach(name -> candidates.add(candidate(name, option.description())));
        }
    }

    private void value(Option option, String prefix, String typed, List<Candidate> candidates) {
        option.choices().forEach(choice -> candidates.add(candidate(prefix + choice, "")));
        boolean file = option.valueName().contains("FILE") || option.valueName().contains("DIR");
        if (option.kind() == Option.Kind.PATH || file) {
            paths.complete(prefix, typed, candidates);
        } else if (TypedCode.isCodeOption(option)) {
            codes.complete(prefix, typed, List.of(), candidates);
        }
    }

    private void argument(CommandIndex.Found command, List<String> before, String word, List<Candidate> candidates) {
        List<Argument> arguments = command.spec().arguments();
        if (arguments.isEmpty()) {
            return;
        }
        int place = place(command, before);
        Argument last = arguments.get(arguments.size() - 1);
        if (place >= arguments.size() && !last.repeatable()) {
            return;
        }
        switch (arguments.get(Math.min(place, arguments.size() - 1)).kind()) {
            case PATH -> paths.complete("", word, candidates);
            case CODE -> codes.complete("", word, before, candidates);
            case COMMAND -> addAll(place == 0 ? index.firstWords() : index.secondWords(before.get(1)), candidates);
            case TEXT -> {
                if (place > 0 && command.spec().name().equals(OwnCommands.ANSWER)) {
                    answers(before.get(1), word, candidates);
                } else {
                    jobsOrSettings(arguments.get(Math.min(place, arguments.size() - 1)), candidates);
                }
            }
            case PLUGIN -> plugins.get().forEach(plugin -> candidates.add(candidate(plugin, "")));
        }
    }

    /** How many arguments stand before. */
    private static int place(CommandIndex.Found command, List<String> before) {
        int place = 0;
        for (int i = command.words(); i < before.size(); i++) {
            boolean value = command.option(before.get(i - 1))
                    .filter(CommandIndex::takesValue)
                    .isPresent();
            if (!value && !before.get(i).startsWith("-")) {
                place++;
            }
        }
        return place;
    }

    private void answers(String job, String word, List<Candidate> candidates) {
        for (Job each : jobs.asking()) {
            Optional<PendingQuestion> question = each.question();
            if (String.valueOf(each.number()).equals(job) && question.isPresent()) {
                if (question.get().isForCode()) {
                    codes.complete("", word, List.of(), candidates);
                }
                question.get().question().choices().forEach(choice -> candidates.add(candidate(choice, "")));
            }
        }
    }

    private void jobsOrSettings(Argument argument, List<Candidate> candidates) {
        if (ConfigCommands.isKey(argument)) {
            index.settings().forEach(key -> candidates.add(candidate(key, "")));
        } else if (argument.name().equalsIgnoreCase(OwnCommands.JOB)) {
            jobs.running().forEach(job -> candidates.add(candidate(String.valueOf(job.number()), job.title())));
        }
    }
}

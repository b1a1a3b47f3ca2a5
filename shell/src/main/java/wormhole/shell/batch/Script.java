package wormhole.shell.batch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import wormhole.shell.cli.CommandHost;
import wormhole.shell.cli.GlobalOptions;
import wormhole.shell.cli.ParsedLine;
import wormhole.shell.command.Listing;
import wormhole.shell.json.EventsOnly;
import wormhole.shell.script.Results;
import wormhole.shell.script.ScriptFile;
import wormhole.shell.script.ScriptLine;
import wormhole.shell.script.Variables;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Runs the lines of a script, one after the other; at its end waits for its jobs and stops its servers. */
final class Script {
    private static final String SERVER = "server";
    private static final int MAX_DEPTH = 16;

    private final CommandHost host;
    private final Invocation invocation;
    private final Failures failures;
    private final Variables variables = new Variables();
    private final boolean json;
    private int commands;
    private int depth;

    /**
     * A script.
     *
     * @param invocation of the command that runs it; its global options hold for all lines
     * @param failures what is done about what fails
     */
    Script(CommandHost host, Invocation invocation, Failures failures) {
        this.host = host;
        this.invocation = invocation;
        this.failures = failures;
        this.json = invocation.options().flag(GlobalOptions.JSON.key());
    }

    void run(ScriptFile script) throws WormholeException {
        try (Jobs jobs = new Jobs(failures::failed)) {
            lines(script, jobs);
            awaitEnd(script, jobs);
        }
    }

    private void awaitEnd(ScriptFile script, Jobs jobs) throws WormholeException {
        try {
            jobs.awaitAll();
        } catch (WormholeException e) {
            failures.failed(new Place(script.name(), script.lines().size()), e);
        }
    }

    private void lines(ScriptFile script, Jobs jobs) throws WormholeException {
        for (int i = 0; i < script.lines().size(); i++) {
            Place place = new Place(script.name(), i + 1);
            jobs.lookAfter();
            try {
                line(place, script.lines().get(i), jobs);
            } catch (WormholeException e) {
                // Before those of jobs, which may be nothing but the other side's view of this one.
                failures.failed(place, e);
            }
        }
    }

    private void line(Place place, String text, Jobs jobs) throws WormholeException {
        ScriptLine line = read(text, jobs);
        if (line.words().isEmpty()) {
            return;
        }
        switch (line.words().get(0)) {
            case "set" -> variables.assign(line.words().subList(1, line.words().size()));
            case "echo" -> echo(line);
            case "wait" -> awaitJobs(line, jobs);
            case "source" -> source(line, jobs);
            default -> command(place, line, jobs);
        }
    }

    private ScriptLine read(String text, Jobs jobs) throws WormholeException {
        try {
            return ScriptLine.read(text, variables::value, System.getProperty("user.home"));
        } catch (WormholeException e) {
            // A job that has failed is why its result is missing.
            jobs.lookAfter();
            throw e;
        }
    }

    private void source(ScriptLine line, Jobs jobs) throws WormholeException {
        if (line.words().size() != 2 || line.background()) {
            throw usage("'source' takes a script", "Write: source FILE.");
        }
        if (depth == MAX_DEPTH) {
            throw usage("scripts call each other without end", "Take 'source' out of one of them.");
        }
        String name = line.words().get(1);
        ScriptFile script = ScriptFile.at(name, invocation.directory().resolve(name));
        depth++;
        try {
            lines(script, jobs);
        } finally {
            depth--;
        }
    }

    private void echo(ScriptLine line) throws WormholeException {
        List<String> words = line.words().subList(1, line.words().size());
        Listing.write(invocation.ui().output(), (String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitJobs(ScriptLine line, Jobs jobs) throws WormholeException {
        if (line.words().size() > 1 || line.background()) {
            throw usage("'wait' stands alone", "It waits for all jobs but servers.");
        }
        jobs.awaitAll();
    }

    private void command(Place place, ScriptLine line, Jobs jobs) throws WormholeException {
        ParsedLine parsed = host.parse(line.words(), invocation.options(), variables.environment());
        if (parsed instanceof ParsedLine.Run run) {
            run(place, line, run, jobs);
        } else if (parsed instanceof ParsedLine.Help help) {
            Listing.write(invocation.ui().output(), help.text().getBytes(StandardCharsets.UTF_8));
        } else {
            throw usage("--version is of no use in a script", "Run 'wormhole --version'.");
        }
    }

    private void run(Place place, ScriptLine line, ParsedLine.Run run, Jobs jobs) throws WormholeException {
        String name = run.command().spec().name();
        if (Set.of("batch", "shell").contains(name)) {
            throw usage(
                    "'" + name + "' cannot be part of a script",
                    "Write its commands into this one, or run them by 'source FILE'.");
        }
        int job = ++commands;
        variables.expect(job, Results.expected(name, line.background()));
        boolean server = line.background() && name.equals(SERVER);
        UserInterface lines = new LineInterface(invocation.ui(), place.line(), json || !line.background());
        UserInterface events = new Results(lines, variables, job);
        // Where a server is in the background, is for the script to know, by variables.
        UserInterface ui = server ? new EventsOnly(events) : events;
        if (line.background()) {
            jobs.start(place, server, () -> host.run(run, ui), () -> variables.ended(job));
            return;
        }
        try {
            host.run(run, ui);
        } finally {
            variables.ended(job);
        }
    }

    private static WormholeException usage(String what, String cure) {
        return new WormholeException(ErrorCode.USAGE, what).withHint(cure);
    }
}

package wormhole.shell.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The program under test, as distributed. */
final class JavaPeer implements SshPeer {
    private final String program;

    JavaPeer(String program) {
        this.program = program;
    }

    @Override
    public String title() {
        return "Java";
    }

    @Override
    public List<String> send(Site site, Route route, List<String> what) {
        return command(site, route, "send", what);
    }

    @Override
    public List<String> receive(Site site, Route route, List<String> options, String code) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(code);
        return command(site, route, "receive", arguments);
    }

    private List<String> command(Site site, Route route, String verb, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(program, verb, "--relay-url", site.mailbox(), "--transit-helper", "tcp:" + site.relay()));
        command.add("--hide-progress");
        if (route != Route.MAILBOX) {
            command.addAll(List.of("--transit", route.name().toLowerCase(Locale.ROOT)));
        }
        command.addAll(arguments);
        return command;
    }

    @Override
    public List<String> ssh(Site site, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program, "--relay-url", site.mailbox(), "ssh"));
        command.addAll(arguments);
        return command;
    }

    @Override
    public List<String> accepting() {
        return List.of("--accept-file");
    }

    @Override
    public Set<Quirk> quirksWhenSending(Content content) {
        return content == Content.DIRECTORY ? Set.of(Quirk.NAMES_EMPTY_FOLDERS_ONLY) : Set.of();
    }

    @Override
    public Set<Quirk> quirksWhenReceiving(Content content) {
        return Set.of();
    }

    @Override
    public boolean forcesRelay() {
        return true;
    }

    @Override
    public String toString() {
        return title();
    }
}

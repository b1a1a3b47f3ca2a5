package wormhole.shell.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The reference implementation, in one of its releases. */
final class PythonPeer implements SshPeer {
    private final String version;
    private final String program;
    private final boolean old;

    PythonPeer(String version, String program, boolean old) {
        this.version = version;
        this.program = program;
        this.old = old;
    }

    @Override
    public String title() {
        return "Python " + version;
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
                List.of(program, "--relay-url", site.mailbox(), "--transit-helper", "tcp:" + site.relay(), verb));
        command.add("--hide-progress");
        if (route == Route.RELAY) {
            command.add("--no-listen");
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
        if (content != Content.DIRECTORY) {
            return Set.of();
        }
        return Set.of(old ? Quirk.LEAVES_FOLDERS_OUT : Quirk.NAMES_EMPTY_FOLDERS_ONLY);
    }

    @Override
    public Set<Quirk> quirksWhenReceiving(Content content) {
        return switch (content) {
            case TEXT -> old ? Set.of() : Set.of(Quirk.ESCAPES_TEXT);
            case DIRECTORY -> Set.of(Quirk.LOSES_FOLDER_MODES);
            case EMPTY_FILE, ONE_BYTE, ONE_RECORD, LARGE_FILE -> Set.of();
        };
    }

    @Override
    public boolean forcesRelay() {
        return false;
    }

    @Override
    public boolean stopsListening() {
        return true;
    }

    @Override
    public String toString() {
        return title();
    }
}

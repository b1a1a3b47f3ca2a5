package wormhole.shell.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Go implementation. It knows one relay by name only, so each site has a hosts file in which that name is the site's. */
final class GoPeer implements Peer {
    private static final String WITH_HOSTS = "mount --bind \"$0\" /etc/hosts && exec \"$@\"";

    private final String version;
    private final String program;
    private final Path hostsFolder;

    GoPeer(String version, String program, Path hostsFolder) {
        this.version = version;
        this.program = program;
        this.hostsFolder = hostsFolder;
    }

    @Override
    public String title() {
        return "Go " + version;
    }

    @Override
    public List<String> send(Site site, Route route, List<String> what) {
        return command(site, "send", what);
    }

    @Override
    public List<String> receive(Site site, Route route, List<String> options, String code) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(code);
        return command(site, "recv", arguments);
    }

    private List<String> command(Site site, String verb, List<String> arguments) {
        String hosts = hostsFolder.resolve(site.name()).toString();
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", WITH_HOSTS, hosts));
        command.addAll(List.of(program, "--relay-url", site.mailbox(), verb, "--hide-progress"));
        command.addAll(arguments);
        return command;
    }

    @Override
    public List<String> accepting() {
        return List.of();
    }

    @Override
    public String consent() {
        return "y\n";
    }

    @Override
    public Set<Quirk> quirksWhenSending(Content content) {
        return content == Content.DIRECTORY ? Set.of(Quirk.LEAVES_FOLDERS_OUT) : Set.of();
    }

    @Override
    public Set<Quirk> quirksWhenReceiving(Content content) {
        return switch (content) {
            case EMPTY_FILE -> Set.of(Quirk.HANGS_ON_EMPTY_FILES);
            case DIRECTORY -> Set.of(Quirk.LOSES_FOLDER_MODES, Quirk.MAKES_EMPTY_FOLDERS_FILES);
            case TEXT, ONE_BYTE, ONE_RECORD, LARGE_FILE -> Set.of();
        };
    }

    @Override
    public boolean forcesRelay() {
        return false;
    }

    @Override
    public String toString() {
        return title();
    }
}

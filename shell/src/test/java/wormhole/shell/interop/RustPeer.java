package wormhole.shell.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Rust implementation. */
final class RustPeer implements Peer {
    private final String version;
    private final String program;

    RustPeer(String version, String program) {
        this.version = version;
        this.program = program;
    }

    @Override
    public String title() {
        return "Rust " + version;
    }

    @Override
    public List<String> send(Site site, Route route, List<String> what) {
        List<String> arguments = new ArrayList<>(List.of("--no-qr"));
        arguments.addAll(what);
        return command(site, route, "send", arguments);
    }

    @Override
    public List<String> receive(Site site, Route route, List<String> options, String code) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(code);
        return command(site, route, "receive", arguments);
    }

    private List<String> command(Site site, Route route, String verb, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program, verb, "--no-color"));
        command.addAll(List.of("--rendezvous-server", site.mailbox(), "--relay-server", "tcp://" + site.relay()));
        if (route != Route.MAILBOX) {
            command.add("--force-" + route);
        }
        command.addAll(arguments);
        return command;
    }

    @Override
    public List<String> accepting() {
        return List.of("--noconfirm");
    }

    @Override
    public Set<Quirk> quirksWhenSending(Content content) {
        return switch (content) {
            case TEXT -> Set.of(Quirk.NO_TEXT);
            case DIRECTORY -> Set.of(Quirk.SENDS_TAR);
            case EMPTY_FILE, ONE_BYTE, ONE_RECORD, LARGE_FILE -> Set.of();
        };
    }

    @Override
    public Set<Quirk> quirksWhenReceiving(Content content) {
        return switch (content) {
            case TEXT -> Set.of(Quirk.NO_TEXT);
            case DIRECTORY -> Set.of(Quirk.RECEIVES_ZIP);
            case EMPTY_FILE, ONE_BYTE, ONE_RECORD, LARGE_FILE -> Set.of();
        };
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

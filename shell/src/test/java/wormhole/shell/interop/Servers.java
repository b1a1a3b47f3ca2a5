package wormhole.shell.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The servers of both sites, started once for all test classes, and ended after the last one. */
final class Servers implements BeforeAllCallback, AutoCloseable {
    private static final Pattern LISTENS_MAILBOX = Pattern.compile("(starting on " + Site.MAILBOX_PORT + ")");
    private static final Pattern LISTENS_RELAY = Pattern.compile("(starting on " + Site.RELAY_PORT + ")");
    private static final Pattern READY = Pattern.compile("(" + Site.RELAY_PORT + ")");

    private static final List<Running> RUNNING = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        synchronized (RUNNING) {
            if (RUNNING.isEmpty()) {
                context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Servers.class, this);
                start();
            }
        }
    }

    private static void start() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Bench.WORK.resolve("servers"));
        Files.deleteIfExists(folder.resolve("channels"));
        String twist = Bench.installed("python-new/bin/twist").toString();
        RUNNING.add(Running.start(
                "their mailbox server",
                folder,
                List.of(twist, "wormhole-mailbox", "--port=" + endpoint(Site.MAILBOX_PORT), "--channel-db=channels")));
        RUNNING.add(Running.start(
                "their relay", folder, List.of(twist, "transitrelay", "--port=" + endpoint(Site.RELAY_PORT))));
        RUNNING.add(Running.start(
                "our servers",
                folder,
                List.of(
                        Bench.HOME.resolve("bin/wormhole").toString(),
                        "server",
                        "--host",
                        Site.OURS.host(),
                        "--mailbox-port",
                        "" + Site.MAILBOX_PORT,
                        "--relay-port",
                        "" + Site.RELAY_PORT)));
        RUNNING.get(0).await(LISTENS_MAILBOX);
        RUNNING.get(1).await(LISTENS_RELAY);
        RUNNING.get(2).await(READY);
    }

    private static String endpoint(int port) {
        return "tcp:" + port + ":interface=" + Site.THEIRS.host();
    }

    /** Everything that their mailbox server has said. */
    static String mailboxServerLog() {
        synchronized (RUNNING) {
            return RUNNING.get(0).log();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (RUNNING) {
            for (Running server : RUNNING) {
                server.kill();
                Files.writeString(Bench.WORK.resolve("servers/" + RUNNING.indexOf(server) + ".log"), server.log());
            }
            RUNNING.clear();
        }
    }
}

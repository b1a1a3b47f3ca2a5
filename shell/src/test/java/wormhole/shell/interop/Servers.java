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
    private static final Path FOLDER = Bench.WORK.resolve("servers");
    private static final String MAILBOX = "" + Site.MAILBOX_PORT;
    private static final String RELAY = "" + Site.RELAY_PORT;

    private static final List<Running> RUNNING = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        synchronized (RUNNING) {
            if (RUNNING.isEmpty()) {
                context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Servers.class, this);
                startAll();
            }
        }
    }

    private void startAll() throws IOException, InterruptedException {
        emptyFolder();
        boolean ready = false;
        try {
            startTheirs();
            startOurs();
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    /** What an earlier run left in the databases would be waiting for its clients. */
    private static void emptyFolder() throws IOException {
        if (Files.exists(FOLDER)) {
            WorkFolder.delete(FOLDER);
        }
        Files.createDirectories(FOLDER);
    }

    private static void startTheirs() throws IOException, InterruptedException {
        String twist = Bench.installed("python-new/bin/twist").toString();
        String host = ":interface=" + Site.THEIRS.host();
        start(
                        "their mailbox server",
                        twist,
                        "wormhole-mailbox",
                        "--port=tcp:" + MAILBOX + host,
                        "--channel-db=theirs.sqlite")
                .await(Pattern.compile("(starting on " + MAILBOX + ")"));
        start("their relay", twist, "transitrelay", "--port=tcp:" + RELAY + host)
                .await(Pattern.compile("(starting on " + RELAY + ")"));
    }

    private static void startOurs() throws IOException, InterruptedException {
        String wormhole = Bench.HOME.resolve("bin/wormhole").toString();
        String host = Site.OURS.host();
        start(
                        "our servers",
                        wormhole,
                        "server",
                        "--host",
                        host,
                        "--database",
                        "ours.sqlite",
                        "--mailbox-port",
                        MAILBOX,
                        "--relay-port",
                        RELAY)
                .await(Pattern.compile("(" + host + ":" + RELAY + ")"));
    }

    private static Running start(String name, String... command) throws IOException {
        Running server = Running.start(name, FOLDER, List.of(command));
        RUNNING.add(server);
        return server;
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
                Files.writeString(FOLDER.resolve(RUNNING.indexOf(server) + ".log"), server.log());
            }
            RUNNING.clear();
        }
    }
}

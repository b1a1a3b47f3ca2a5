package wormhole.shell.interop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Three of our servers with one PostgreSQL, behind one address: {@link Site#OUR_CLUSTER}. */
final class Cluster implements AutoCloseable {
    private static final int NODES = 3;
    private static final Pattern MAILBOX = Pattern.compile("mailbox (ws://\\S+)\n");
    private static final String HOST = Site.OUR_CLUSTER.host();

    private final EmbeddedPostgres postgres;
    private final List<Running> nodes = new ArrayList<>();
    private final List<URI> mailboxes = new ArrayList<>();
    private final Spreader spreader;

    private Cluster(EmbeddedPostgres postgres) throws IOException, InterruptedException {
        this.postgres = postgres;
        try {
            for (int i = 0; i < NODES; i++) {
                nodes.add(node(i, 0));
            }
            for (Running node : nodes) {
                mailboxes.add(URI.create(node.await(MAILBOX)));
            }
            spreader = Spreader.open(HOST, Site.MAILBOX_PORT, mailboxes);
        } catch (IOException | InterruptedException | AssertionError e) {
            end();
            throw e;
        }
    }

    static Cluster start() throws IOException, InterruptedException {
        return new Cluster(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setLocaleConfig("locale", "C")
                .start());
    }

    private Running node(int number, int port) throws IOException {
        Path folder = Files.createDirectories(Bench.WORK.resolve("cluster"));
        String relayPort = "" + (number == 0 ? Site.RELAY_PORT : 0);
        String database = postgres.getJdbcUrl("postgres", "postgres");
        List<String> command = new ArrayList<>(List.of(
                Bench.HOME.resolve("bin/wormhole").toString(), "server", "--host", HOST, "--database", database));
        command.addAll(List.of("--mailbox-port", "" + port, "--relay-port", relayPort));
        return Running.start("node " + number, folder, command);
    }

    /** All servers are there, and whoever came before does not count. */
    void beginAnew() throws IOException, InterruptedException {
        for (int i = 0; i < NODES; i++) {
            if (!nodes.get(i).isAlive()) {
                nodes.set(i, node(i, mailboxes.get(i).getPort()));
            }
        }
        for (Running node : nodes) {
            node.await(MAILBOX);
        }
        spreader.chosen().clear();
    }

    /** Kills the server that the first one was sent to. */
    void killTheFirstOnesServer() throws InterruptedException {
        Integer chosen = spreader.chosen().poll(20, TimeUnit.SECONDS);
        if (chosen == null) {
            throw new AssertionError("nobody came");
        }
        nodes.get(chosen).kill();
    }

    /** Everything that the servers have said. */
    String log() {
        StringBuilder log = new StringBuilder();
        nodes.forEach(node -> log.append(node.log()));
        return log.toString();
    }

    private void end() throws IOException {
        nodes.forEach(Running::kill);
        postgres.close();
    }

    @Override
    public void close() throws IOException {
        spreader.close();
        end();
    }
}

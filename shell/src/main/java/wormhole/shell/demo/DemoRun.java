package wormhole.shell.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** All transfers of a demo, side by side, over servers that are running. */
public final class DemoRun {
    /** Where the results go. */
    @FunctionalInterface
    public interface Report {
        void line(String line) throws WormholeException;
    }

    private final Map<String, String> endpoints;
    private final Report report;

    /**
     * A run.
     *
     * @param endpoints where the servers can be reached, by name: {@code mailbox}, {@code relay}
     */
    public DemoRun(Map<String, String> endpoints, Report report) {
        this.endpoints = Map.copyOf(endpoints);
        this.report = report;
    }

    /** Moves everything, reports, and leaves nothing behind. */
    public void run() throws WormholeException {
        try {
            Path folder = Files.createTempDirectory("wormhole-demo");
            try {
                moveAll(folder);
            } finally {
                Trees.delete(folder);
            }
        } catch (IOException e) {
            throw new WormholeException(
                    ErrorCode.FILE_UNUSABLE, "the demo cannot use its folder: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new WormholeException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    private void moveAll(Path folder) throws IOException, InterruptedException, WormholeException {
        List<Exhibit> exhibits = new Exhibits(Files.createDirectory(folder.resolve("outbox"))).all();
        ExecutorService threads = Executors.newFixedThreadPool(exhibits.size());
        try (Children children = new Children(globalOptions())) {
            List<Future<Duration>> transfers = new ArrayList<>();
            for (Exhibit exhibit : exhibits) {
                String inbox = "inbox-" + transfers.size();
                transfers.add(threads.submit(new DemoTransfer(children, exhibit, folder, inbox)));
            }
            for (int i = 0; i < exhibits.size(); i++) {
                Duration taken = result(transfers.get(i));
                report.line("Moved " + exhibits.get(i).title() + " in " + seconds(taken)
                        + " s; it arrived as it was sent.");
            }
        } finally {
            stop(threads);
        }
    }

    private List<String> globalOptions() {
        List<String> options = new ArrayList<>(List.of("--relay-url", endpoints.getOrDefault("mailbox", "")));
        options.addAll(List.of("--transit-helper", endpoints.getOrDefault("relay", "")));
        return options;
    }

    private static Duration result(Future<Duration> transfer)
            throws IOException, InterruptedException, WormholeException {
        try {
            return transfer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WormholeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new WormholeException(ErrorCode.INTERNAL, "the demo failed: " + e.getCause(), e);
        }
    }

    /** The children are dead, so nothing that the threads wait for is left to come. */
    private static void stop(ExecutorService threads) throws InterruptedException {
        threads.shutdownNow();
        var unused = threads.awaitTermination(1, TimeUnit.SECONDS);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}

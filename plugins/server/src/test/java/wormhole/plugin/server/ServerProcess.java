package wormhole.plugin.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import wormhole.plugin.server.metrics.Metrics;
import wormhole.spi.WormholeException;

/** A mailbox server in a process of its own, so that it can be killed. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** What the process does: options in turn by key and value. */
    public static void main(String[] options) throws WormholeException, InterruptedException {
        String url = StartedService.start(new MailboxService(new Metrics()), options)
                .endpoints()
                .get("mailbox");
        System.out.println(url);
        new CountDownLatch(1).await();
    }

    static ServerProcess start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                "mailbox-port",
                "0"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String url = out.readLine();
        // The JVM may have something to remark first.
        while (url != null && !url.startsWith("ws")) {
            url = out.readLine();
        }
        if (url == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(process, url);
    }

    String url() {
        return url;
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

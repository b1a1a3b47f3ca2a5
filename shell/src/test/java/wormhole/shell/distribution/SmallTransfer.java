package wormhole.shell.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** A text between two processes through a server in a third, all of one installed program. */
final class SmallTransfer {
    private static final String TEXT = "0123456789abcdef".repeat(64);

    private SmallTransfer() {}

    static void check(Installed wormhole) throws IOException, InterruptedException {
        Installed.Run server =
                wormhole.start("server", "--host", "127.0.0.1", "--mailbox-port", "0", "--relay-port", "0");
        String url = Installed.awaitLine(server, server.output(), "mailbox ");
        Installed.Run sender = wormhole.start("send", "--relay-url", url, "--transit-helper", "", "--text", TEXT);
        String code = Installed.awaitLine(sender, sender.error(), "Wormhole code is: ");
        Installed.Run receiver = wormhole.start("receive", "--relay-url", url, "--transit-helper", "", code);

        assertThat(receiver.status()).as(receiver.errorText()).isZero();
        assertThat(receiver.outputText()).isEqualTo(TEXT + "\n");
        assertThat(sender.status()).as(sender.errorText()).isZero();
    }
}

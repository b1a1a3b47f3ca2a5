package wormhole.shell;

import java.util.List;
import wormhole.engine.ClientVersion;

/** Where the {@code wormhole} command begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The quickest question is answered without a look at plugins or terminals.
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("wormhole " + ClientVersion.text());
            return;
        }
        StopSignals signals = StopSignals.interrupting(Thread.currentThread());
        int status =
                new Program(Surroundings.ofProcess(), () -> signals.status().isPresent()).run(List.of(args));
        System.exit(status == ExitCode.DONE ? status : signals.status().orElse(status));
    }
}

package wormhole.shell;

import java.util.List;
import wormhole.engine.ClientVersion;
import wormhole.engine.plugin.PluginLoader;
import wormhole.spi.ErrorCode;
import wormhole.spi.text.Printable;

/** Where the {@code wormhole} command begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The quickest question is answered without a look at plugins or terminals.
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("wormhole " + ClientVersion.text());
            return;
        }
        StopSignals signals = prepare();
        int status =
                new Program(Surroundings.ofProcess(), () -> signals.status().isPresent()).run(List.of(args));
        System.exit(status == ExitCode.DONE ? status : signals.status().orElse(status));
    }

    /** What the process needs to end well, whoever wants it to end. */
    static StopSignals prepare() {
        Runtime.getRuntime().addShutdownHook(new Thread(Main::blame, "blame"));
        return StopSignals.interrupting(Thread.currentThread());
    }

    /** Nothing can keep a plugin from ending the program, but it must not look like success, nor stay unknown. */
    private static void blame() {
        PluginLoader.loading().ifPresent(plugin -> {
            System.err.println(
                    "wormhole: a plugin ended the program while it was loaded: " + Printable.line(plugin.toString()));
            System.err.println("Delete it, and tell its author.");
            Runtime.getRuntime().halt(ExitCode.of(ErrorCode.PLUGIN));
        });
    }
}

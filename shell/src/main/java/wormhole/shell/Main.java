package wormhole.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import wormhole.engine.ClientVersion;
import wormhole.engine.plugin.PluginLoader;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;
import wormhole.spi.text.Printable;

/** Where the {@code wormhole} command begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The quickest question is answered without a look at plugins or terminals.
        if (args.length == 1 && args[0].equals("--version")) {
            tellVersion();
            return;
        }
        List<String> words = List.of(args);
        Thread.setDefaultUncaughtExceptionHandler(Main::tell);
        StopSignals signals = StopSignals.interrupting(Thread.currentThread());
        Surroundings surroundings = Surroundings.ofProcess();
        // A plugin that prints must not print among what was asked for.
        System.setOut(new PrintStream(System.err, true));
        Program program = new Program(surroundings, () -> signals.status().isPresent());
        AtomicBoolean ended = new AtomicBoolean();
        BooleanSupplier itself = () -> ended.get() || signals.status().isPresent();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> blame(itself, program, words), "blame"));
        int status = program.run(words);
        ended.set(true);
        System.exit(status == ExitCode.DONE ? status : signals.status().orElse(status));
    }

    private static void tellVersion() {
        System.out.println("wormhole " + ClientVersion.text());
        if (System.out.checkError()) {
            System.err.println("wormhole: cannot write to standard output");
            System.exit(ExitCode.LOCAL_FILE);
        }
    }

    /** What ends a thread of a library's, too, is one line for people. */
    private static void tell(Thread thread, Throwable fault) {
        System.err.println(Printable.line(
                "wormhole: a fault of this program or a plugin, in '" + thread.getName() + "': " + fault));
    }

    /** Nothing can keep a plugin from ending the program, but it must not look like success, nor stay unknown. */
    private static void blame(BooleanSupplier itself, Program program, List<String> words) {
        if (itself.getAsBoolean()) {
            return;
        }
        PluginLoader.ending().ifPresent(plugin -> {
            int status = program.fail(
                    new WormholeException(ErrorCode.PLUGIN, "a plugin ended the program: " + plugin)
                            .withHint("Delete it, and tell its author."),
                    words);
            Runtime.getRuntime().halt(status);
        });
    }
}

package wormhole.shell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wormhole.engine.code.WormholeCode;
import wormhole.shell.console.ForwardingInterface;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Passes the code on to another program. */
final class CodeCopy extends ForwardingInterface {
    /** Where a code goes. */
    interface Outlet {
        int OCTAL = 8;

        /** Of the flags with which a file was opened; 0 in it is reading only. */
        long ACCESS_MODE = 3;

        void write(byte[] line) throws IOException;

        /** An open file descriptor of this process. */
        static Outlet descriptor(long number) throws WormholeException {
            Path path = Path.of("/dev/fd", String.valueOf(number));
            if (isForReading(number)) {
                throw unusable(number, null);
            }
            try {
                // Appending: what is a file must keep what it has.
                OutputStream stream = Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                return line -> {
                    try (stream) {
                        stream.write(line);
                    }
                };
            } catch (IOException e) {
                throw unusable(number, e);
            }
        }

        private static WormholeException unusable(long number, @Nullable IOException cause) {
            return new WormholeException(
                            ErrorCode.FILE_UNUSABLE, "file descriptor " + number + " cannot be written to", cause)
                    .withHint("Open it for this program, as with 'wormhole send --code-fd 3 ... 3>code'.");
        }

        /**
         * Whether it was opened for reading only. A descriptor that nobody opened for us can be Java's own, of a jar or of
         * the JDK; Linux would open that file once more, for writing, and the code would end up in it.
         */
        private static boolean isForReading(long number) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/self/fdinfo", String.valueOf(number)))) {
                return lines.filter(line -> line.startsWith("flags:"))
                        .mapToLong(line ->
                                Long.parseLong(line.substring("flags:".length()).strip(), OCTAL))
                        .anyMatch(flags -> (flags & ACCESS_MODE) == 0);
            } catch (IOException | UncheckedIOException e) {
                // There is no such thing here, or no such descriptor.
                return false;
            }
        }

        /**
         * A file that appears with the whole code in it, also in place of an earlier code. A pipe that is there already is written to.
         */
        static Outlet file(Path file) throws WormholeException {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return line -> Files.write(file, line, StandardOpenOption.WRITE);
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isWritable(folder)) {
                throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write a code to '" + file + "'")
                        .withHint("Name a file in a folder that exists and may be written to.");
            }
            if (Files.exists(file) && !holdsCode(file)) {
                throw new WormholeException(
                                ErrorCode.FILE_EXISTS, "'" + file + "' is there and holds something else than a code")
                        .withHint("Nothing was changed. Name another file for the code.");
            }
            return line -> {
                // Such files are for their owner's eyes only.
                Path whole = Files.createTempFile(folder, ".code", null);
                Files.write(whole, line);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            };
        }

        /** Whether nothing is lost with a file: it holds a code, as an earlier run left it, or nothing. */
        private static boolean holdsCode(Path file) {
            try {
                if (Files.size(file) > CodeOptions.MAX_BYTES) {
                    return false;
                }
                String text = Files.readString(file).strip();
                return text.isEmpty() || WormholeCode.parse(text).text().equals(text);
            } catch (IOException | WormholeException e) {
                return false;
            }
        }
    }

    private final Outlet outlet;

    CodeCopy(UserInterface next, Outlet outlet) {
        super(next);
        this.outlet = outlet;
    }

    @Override
    public void tell(Event event) {
        if (event.name().equals("code")) {
            write(event.fields().get("code") + "\n");
        }
        super.tell(event);
    }

    private void write(String line) {
        try {
            outlet.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            super.tell(Event.note("The code could not be passed on: " + e.getMessage())
                    .at(Event.Level.WARNING));
        }
    }
}

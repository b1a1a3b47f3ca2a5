package wormhole.shell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import wormhole.shell.console.ForwardingInterface;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** Passes the code on to another program. */
final class CodeCopy extends ForwardingInterface {
    /** Where a code goes. */
    interface Outlet {
        void write(byte[] line) throws IOException;

        /** An open file descriptor of this process. */
        static Outlet descriptor(long number) throws WormholeException {
            Path path = Path.of("/dev/fd", String.valueOf(number));
            try {
                // Appending: what is a file must keep what it has.
                OutputStream stream = Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                return line -> {
                    try (stream) {
                        stream.write(line);
                    }
                };
            } catch (IOException e) {
                throw new WormholeException(
                                ErrorCode.FILE_UNUSABLE, "file descriptor " + number + " cannot be written to", e)
                        .withHint("Open it for this program, as with 'wormhole send --code-fd 3 ... 3>code'.");
            }
        }

        /** A file that appears with the whole code in it. A pipe that is there already is written to. */
        static Outlet file(Path file) throws WormholeException {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return line -> Files.write(file, line, StandardOpenOption.WRITE);
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isWritable(folder)) {
                throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write a code to '" + file + "'")
                        .withHint("Name a file in a folder that exists and may be written to.");
            }
            return line -> {
                // Such files are for their owner's eyes only.
                Path whole = Files.createTempFile(folder, ".code", null);
                Files.write(whole, line);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            };
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

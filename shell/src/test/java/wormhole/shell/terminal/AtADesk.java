package wormhole.shell.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import wormhole.spi.WormholeException;

/** A test at a desk of its own. */
@Tag("terminal")
abstract class AtADesk {
    @TempDir
    private Path folder;

    Desk desk;

    @BeforeEach
    void sitDown() throws IOException, WormholeException {
        desk = Desk.in(folder);
    }

    @AfterEach
    void leave() throws IOException {
        desk.close();
    }
}

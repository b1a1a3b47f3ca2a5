package wormhole.spi;

import java.io.InputStream;
import java.nio.file.Path;

/** What the host gives to a command that is run. Used from one thread. */
public interface Invocation {
    /** The values of the command's options and arguments. */
    OptionValues options();

    /** The person or program at this side. */
    UserInterface ui();

    /** The folder against which relative paths are resolved, absolute. */
    Path directory();

    /** Standard input; empty where there is none. */
    InputStream input();

    /**
     * Opens a wormhole for an application, shows or asks for the code, waits for the peer, runs the dialogue, and closes:
     * with a happy mood if it returns, otherwise after telling the peer {@code {"error": …}}.
     */
    void converse(Application application, CodeChoice code, Dialogue dialogue) throws WormholeException;
}
